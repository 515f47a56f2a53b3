#include <iostream>
#include <string>
#include <vector>

#include "shell/cli/command.h"

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  const int code = mingbai::cli::run({words + 1, words + count}, std::cin, std::cout, std::cerr);
  std::cout.flush();
  return std::cout ? code : mingbai::cli::wrong_input;
}
