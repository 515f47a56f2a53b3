#!/usr/bin/env python3
"""Turns the interface's strings into C++: strings.py ZH.json EN.json OUT_DIR writes strings.h and strings.cpp.

Both files are flat objects of key and text. The build stops when a key stands in one language only, when the
{fills} of a text differ between the languages, or when a key is not of the form area.name.
A key is written in C++ as in JSON, t("calculator.total"), and looked up while compiling: a typo does not compile.
"""

import json
import os
import re
import sys

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
FILL = re.compile(r"\{([a-z_][a-z0-9_]*)\}")

HEADER = """\
#pragma once
// Generated from assets/strings by cmake/strings.py; every text that a person sees stands there.
//
//   const Strings t{language};
//   t("calculator.total")                         std::string_view, valid for ever
//   t("calculator.saving", {{"amount", "7650"}})  std::string with {amount} filled in
//
// A key that does not exist does not compile. A key made at run time goes through find().

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/text.h"

namespace mingbai::strings {

// In the order of their bytes, so that a key is found by halving.
inline constexpr std::array<std::string_view, %(count)d> keys = {%(keys)s};

constexpr std::size_t position(std::string_view name) {
  std::size_t from = 0, to = keys.size();
  while (from < to) {
    const std::size_t middle = from + (to - from) / 2;
    if (keys[middle] < name) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from < keys.size() && keys[from] == name ? from : keys.size();
}

class Key {
 public:
  consteval Key(const char* name) : index_(checked(name)) {}
  friend constexpr bool operator==(Key, Key) = default;
  constexpr std::string_view name() const { return keys[index_]; }
  constexpr std::size_t index() const { return index_; }

 private:
  friend std::optional<Key> find(std::string_view name);
  struct Found {
    std::size_t index;
  };
  constexpr explicit Key(Found found) : index_(static_cast<std::uint16_t>(found.index)) {}

  static consteval std::uint16_t checked(std::string_view name) {
    const std::size_t index = position(name);
    if (index == keys.size()) throw "assets/strings has no such key";
    return static_cast<std::uint16_t>(index);
  }

  std::uint16_t index_;
};

struct Field {
  std::string_view name;
  std::string_view value;
};

std::optional<Key> find(std::string_view name);
std::string_view text(Key key, Language language);
// A fill that no field names stays as it is, visible.
std::string filled(std::string_view text, std::initializer_list<Field> fields);

// The strings of one language: what a screen holds.
struct Strings {
  Language language = Language::zh;
  std::string_view operator()(Key key) const { return text(key, language); }
  std::string operator()(Key key, std::initializer_list<Field> fields) const {
    return filled(text(key, language), fields);
  }
};

}  // namespace mingbai::strings
"""

SOURCE = """\
// Generated from assets/strings by cmake/strings.py.
#include "generated/strings.h"

namespace mingbai::strings {
namespace {

constexpr std::array<std::string_view, %(count)d> zh = {%(zh)s};
constexpr std::array<std::string_view, %(count)d> en = {%(en)s};

}  // namespace

std::optional<Key> find(std::string_view name) {
  const std::size_t index = position(name);
  if (index == keys.size()) return std::nullopt;
  return Key(Key::Found{index});
}

std::string_view text(Key key, Language language) {
  return language == Language::zh ? zh[key.index()] : en[key.index()];
}

std::string filled(std::string_view text, std::initializer_list<Field> fields) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}', open == text.npos ? 0 : open);
    if (open == text.npos || close == text.npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    result += text.substr(0, open);
    std::string_view value = text.substr(open, close - open + 1);
    for (const Field& field : fields) {
      if (field.name == name) value = field.value;
    }
    result += value;
    text.remove_prefix(close + 1);
  }
  result += text;
  return result;
}

}  // namespace mingbai::strings
"""


def read(path, faults):
    def object_of(pairs):
        seen = {}
        for key, value in pairs:
            if key in seen:
                faults.append(f"{path}: {key} stands twice")
            seen[key] = value
        return seen

    try:
        with open(path, encoding="utf-8") as file:
            texts = json.load(file, object_pairs_hook=object_of)
    except (OSError, ValueError) as fault:
        faults.append(f"{path}: {fault}")
        return {}
    for key, value in texts.items():
        if not isinstance(value, str) or not value:
            faults.append(f"{path}: {key} needs a text")
        if not KEY.fullmatch(key):
            faults.append(f"{path}: {key} is not of the form area.name")
    return {key: value for key, value in texts.items() if isinstance(value, str)}


def compare(zh_path, zh, en_path, en, faults):
    faults.extend(f"{en_path}: {key} is missing" for key in zh if key not in en)
    faults.extend(f"{zh_path}: {key} is missing" for key in en if key not in zh)
    for key in zh.keys() & en.keys():
        ours, theirs = (sorted(set(FILL.findall(texts[key]))) for texts in (zh, en))
        if ours != theirs:
            faults.append(f"{en_path}: {key} has the fills {theirs}, in Chinese they are {ours}")


def literal(text):
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(escapes.get(c, c) for c in text) + '"'


def literals(texts):
    return "".join(f"\n    {literal(text)}," for text in texts)


def write(path, content):
    """Leaves an unchanged file alone, so that nothing is compiled again for it."""
    if os.path.exists(path) and open(path, encoding="utf-8").read() == content:
        return
    with open(path + ".part", "w", encoding="utf-8") as file:
        file.write(content)
    os.replace(path + ".part", path)


def main(zh_path, en_path, out):
    faults = []
    zh, en = read(zh_path, faults), read(en_path, faults)
    compare(zh_path, zh, en_path, en, faults)
    if faults:
        sys.exit("\n".join(sorted(faults)))
    keys = sorted(zh, key=lambda key: key.encode())
    fills = {
        "count": len(keys),
        "keys": literals(keys),
        "zh": literals(zh[key] for key in keys),
        "en": literals(en[key] for key in keys),
    }
    os.makedirs(out, exist_ok=True)
    write(os.path.join(out, "strings.h"), HEADER % fills)
    write(os.path.join(out, "strings.cpp"), SOURCE % fills)


if __name__ == "__main__":
    main(*sys.argv[1:])
