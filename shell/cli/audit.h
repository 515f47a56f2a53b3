#pragma once
// mingbai audit verify [--data DIR | --database URL] [--expect HASH]
//
// Checks the chain of the audit log and every filing's events, envelopes and standing against it. Prints one
// JSON line for each broken record ({"table","key","what"}) and a last one with the counts and the head of
// the chain. Exit 1 when anything is broken. A head kept elsewhere (--expect) proves that nothing up to it
// was rewritten.

#include <span>
#include <string>

namespace mingbai::cli {

inline constexpr const char* audit_usage = "mingbai audit verify  [--data DIR | --database URL] [--expect HASH]";

int run_audit(std::span<const std::string> words);

}  // namespace mingbai::cli
