#include "shell/cli/command.h"

#include <algorithm>
#include <expected>
#include <ostream>
#include <sstream>

#include "core/base/nearest.h"
#include "core/base/utf8.h"

namespace mingbai::cli {
namespace {

using Words = std::vector<std::string>;

std::string_view said(Language language, std::string_view zh, std::string_view en) {
  return language == Language::zh ? zh : en;
}

std::size_t words_in(std::string_view name) {
  return 1 + static_cast<std::size_t>(std::ranges::count(name, ' '));
}

bool begins_with(const Words& words, std::string_view name) {
  std::istringstream parts{std::string(name)};
  std::string part;
  for (std::size_t i = 0; parts >> part; ++i)
    if (i >= words.size() || words[i] != part) return false;
  return true;
}

// --lang counts wherever it stands, so that even a refusal of the call comes in the right language.
Language language_of(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string value = words[i].starts_with("--lang=")                ? words[i].substr(7)
                              : words[i] == "--lang" && i + 1 < words.size() ? words[i + 1]
                                                                             : "";
    if (value == "en") return Language::en;
  }
  return Language::zh;
}

void print_option(std::ostream& out, const Option& option, Language language) {
  std::string head = "  " + std::string(option.name);
  if (!option.value.empty()) head += ' ' + std::string(option.value);
  head.resize(std::max<std::size_t>(head.size() + 2, 24), ' ');
  out << head << said(language, option.zh, option.en) << '\n';
}

void print_help(std::ostream& out, const Command& command, Language language) {
  out << "mingbai " << command.name << ' ' << command.usage << "\n\n  "
      << said(language, command.zh, command.en) << "\n\n";
  for (const Option& option : command.options) print_option(out, option, language);
  for (const Option& option : options_of_all()) print_option(out, option, language);
}

void print_overview(std::ostream& out, const std::string& group, Language language) {
  out << said(language, "明白 mingbai：医保报多少、能不能办，每一步都有依据。",
              "mingbai: what health insurance pays and who may get it, every step with its source.")
      << "\n\n";
  for (const Command& command : commands()) {
    if (!group.empty() && !command.name.starts_with(group)) continue;
    std::string head = "  mingbai " + std::string(command.name) + ' ' + std::string(command.usage);
    head.resize(std::max<std::size_t>(head.size() + 2, 44) + (head.size() - columns(head)), ' ');
    out << head << said(language, command.zh, command.en) << '\n';
  }
  out << '\n';
  for (const Option& option : options_of_all()) print_option(out, option, language);
}

const Option* find_option(const Command& command, std::string_view name) {
  for (const auto options : {command.options, options_of_all()})
    for (const Option& option : options)
      if (option.name == name) return &option;
  return nullptr;
}

std::string suggestion(std::string_view written, const Words& known, Language language) {
  const auto near = nearest_name(written, known);
  if (!near) return {};
  return language == Language::zh ? "是不是“" + *near + "”？" : " Did you mean \"" + *near + "\"?";
}

// A command that reads its own words still gets --lang and --policies the way all do.
void take_out(Invocation& into, Words words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string name = words[i].substr(0, words[i].find('='));
    if (name != "--lang" && name != "--policies") {
      into.arguments.push_back(words[i]);
    } else if (name.size() < words[i].size()) {
      into.options[name] = words[i].substr(name.size() + 1);
    } else if (i + 1 < words.size()) {
      into.options[name] = words[++i];
    }
  }
}

std::expected<void, std::string> read_words(const Command& command, const Words& words, Invocation& into) {
  const auto fault = [&](std::string zh, std::string en) {
    return std::unexpected(into.language == Language::zh ? zh : en);
  };
  bool only_arguments = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--" && !only_arguments) {
      only_arguments = true;
      continue;
    }
    if (only_arguments || !word.starts_with('-') || word == "-") {
      into.arguments.push_back(word);
      continue;
    }
    const auto equals = word.find('=');
    const std::string name = word == "-h" ? "--help" : word.substr(0, equals);
    const Option* option = find_option(command, name);
    if (option == nullptr) {
      Words known;
      for (const auto options : {command.options, options_of_all()})
        for (const Option& o : options) known.emplace_back(o.name);
      return fault("没有“" + name + "”这个选项。" + suggestion(name, known, Language::zh),
                   "There is no option \"" + name + "\"." + suggestion(name, known, Language::en));
    }
    if (option->value.empty()) {
      if (equals != std::string::npos)
        return fault("选项 " + name + " 不带值。", "Option " + name + " takes no value.");
      into.options[name] = "";
    } else if (equals != std::string::npos) {
      into.take(name, word.substr(equals + 1));
    } else if (i + 1 < words.size()) {
      into.take(name, words[++i]);
    } else {
      return fault("选项 " + name + " 缺少值。", "Option " + name + " needs a value.");
    }
  }
  const std::string lang = into.value("--lang", "zh-CN");
  if (lang != "zh-CN" && lang != "en")
    return fault("--lang 应为 zh-CN 或 en，现为“" + lang + "”。",
                 "--lang is zh-CN or en, not \"" + lang + "\".");
  return {};
}

// The options that all commands have may also stand before the command: mingbai --lang en settle FILE.
Words taken_from_the_front(Words& words) {
  std::size_t count = 0;
  while (count < words.size()) {
    const auto equals = words[count].find('=');
    const auto option = std::ranges::find(options_of_all(), words[count].substr(0, equals), &Option::name);
    if (option == options_of_all().end() || option->name == "--help") break;
    const bool value_follows = !option->value.empty() && equals == std::string::npos;
    count = std::min(words.size(), count + (value_follows ? 2 : 1));
  }
  const auto end = words.begin() + static_cast<std::ptrdiff_t>(count);
  Words out(words.begin(), end);
  words.erase(words.begin(), end);
  return out;
}

int unknown_command(const Words& words, Language language, std::ostream& err) {
  Words known;
  for (const Command& command : commands()) known.emplace_back(command.name);
  std::string written = words[0];
  if (words.size() > 1 && !words[1].starts_with('-') && words_in(words[0]) == 1)
    if (std::ranges::any_of(known, [&](const auto& k) { return k.starts_with(words[0] + " "); }))
      written += ' ' + words[1];
  err << said(language, "没有“", "There is no command \"") << written << said(language, "”这个命令。", "\".")
      << suggestion(written, known, language)
      << said(language, "用 mingbai --help 查看全部命令。", " See mingbai --help.") << '\n';
  return wrong_input;
}

}  // namespace

std::string Invocation::value(const std::string& option, std::string_view otherwise) const {
  const auto it = options.find(option);
  return it == options.end() ? std::string(otherwise) : it->second;
}

void Invocation::take(const std::string& option, const std::string& value) {
  std::string& held = options[option];
  const bool lists = option == "--policy" && !held.empty();
  held = lists ? held + "," + value : value;
}

int Invocation::refuse(std::string_view zh, std::string_view en) const {
  err << say(zh, en) << '\n';
  return wrong_input;
}

int run(std::vector<std::string> words, std::istream& in, std::ostream& out, std::ostream& err) {
  const Language language = language_of(words);
  const bool help =
      std::ranges::any_of(words, [](const auto& w) { return w == "--help" || w == "-h" || w == "help"; });
  const Words leading = taken_from_the_front(words);
  const Command* command = nullptr;
  for (const Command& candidate : commands())
    if (begins_with(words, candidate.name)) command = &candidate;
  if (command == nullptr) {
    const std::string group =
        words.empty() || words[0].starts_with('-') || words[0] == "help" ? "" : words[0];
    const bool known_group = group.empty() || std::ranges::any_of(commands(), [&](const Command& c) {
                               return c.name.starts_with(group + " ");
                             });
    if (help && known_group) return print_overview(out, group, language), done;
    if (words.empty()) return print_overview(err, "", language), wrong_input;
    return unknown_command(words, language, err);
  }
  if (help) return print_help(out, *command, language), done;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(words_in(command->name)));
  words.insert(words.begin(), leading.begin(), leading.end());
  Invocation invocation{{}, {}, language, in, out, err};
  if (command->reads_own_words) {
    take_out(invocation, std::move(words));
    return command->run(invocation);
  }
  if (const auto read = read_words(*command, words, invocation); !read) {
    err << read.error() << '\n';
    return wrong_input;
  }
  return command->run(invocation);
}

}  // namespace mingbai::cli
