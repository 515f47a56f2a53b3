#pragma once
// The national platform's messages (国家平台报文) as tables: which fields a transaction has, how long each
// may be, which dictionary its codes are of, and which fact of a filing fills it.
//
// Invariant: no list of fields and no length stands in C++; the tables are assets/codes/national/*.json,
// where each field also says where it was read and how surely. A field's facts are paths into the tree that
// core/national/filing.h lays out; the first that is there counts.
//
//   const auto tables = read_tables(policies_bundle());
//   const Transaction* disease = tables->find("2503");

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/finding.h"
#include "core/national/length.h"

namespace mingbai::national {

enum class FieldType : std::uint8_t { text, number, date, instant, object };

struct Field {
  std::string name;
  Text label;
  FieldType type = FieldType::text;
  std::optional<std::size_t> length;
  bool required = false;
  std::string required_with;  // required when the message has this field
  std::string not_before;     // a date that is not before the date of this field
  std::string dictionary;
  std::string mapping;            // our key -> the platform's code
  std::string otherwise;          // the value when nothing else gives one
  std::vector<std::string> from;  // paths of facts
  bool is_region = false;
};

// What a query is answered with, and the filing's transaction that it asks about.
struct Question {
  std::string of;
  std::string node;
  std::string key;
  std::string name;
  std::vector<Field> fields;
};

struct Transaction {
  std::string infno;
  Text title;
  std::string node;            // the member of `input` that holds the fields
  std::string kind;            // of filing; empty: a query
  std::string category;        // of remote care; empty: any
  std::string insured_region;  // only for the insured of this region; empty: for all
  std::string each;            // "selected": one message for each institution selected
  bool cancels = false;
  std::vector<std::string> stages;  // of the filings it may be sent for
  std::vector<Field> fields;
  std::optional<Question> asks;
};

struct Dictionary {
  bool complete = false;  // false: other codes may exist and are let through
  std::map<std::string, std::string> values;
};

struct Tables {
  LengthUnit unit = LengthUnit::utf16;
  int institution_length = 0;  // the parts of a message id
  int serial_length = 0;
  std::vector<Field> envelope;
  std::vector<Field> answer;
  std::vector<Transaction> transactions;
  std::map<std::string, Dictionary> dictionaries;
  std::map<std::string, std::map<std::string, std::string>> mappings;

  const Transaction* find(std::string_view infno) const;
  std::vector<std::string> numbers() const;
  // Every field that a transaction, or the envelope, may be given.
  std::vector<std::string> body_fields() const;
  std::vector<std::string> envelope_fields() const;
};

// From the text of a bundle (core/policy/bundle.h) that holds codes/national/*.json.
std::expected<Tables, Findings> read_tables(std::string_view bundle_json);

const Field* find_field(const std::vector<Field>&, std::string_view name);

}  // namespace mingbai::national
