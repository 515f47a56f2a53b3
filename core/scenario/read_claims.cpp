#include "core/scenario/read_claims.h"

#include <algorithm>
#include <tuple>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/utf8.h"
#include "core/contract/fault.h"
#include "core/scenario/claim_fields.h"

namespace mingbai::scenario {
namespace {

using contract::Fault;
using policy::Fact;

// "1234.50" -> 123450; anything out of the ordinary is left to parse_money, which says what is wrong.
bool plain_money(std::string_view word, std::int64_t& fen) {
  if (word.size() < 4 || word.size() > 14 || word[word.size() - 3] != '.') return false;
  if (word[0] == '0' && word[1] != '.') return false;
  std::uint64_t out = 0;
  bool digits = true;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i == word.size() - 3) continue;
    const unsigned digit = static_cast<unsigned char>(word[i]) - '0';
    digits = digits && digit < 10;
    out = out * 10 + digit;
  }
  fen = static_cast<std::int64_t>(out);
  return digits;
}

Fault fault_of(MoneyFault fault) {
  return fault == MoneyFault::too_large ? Fault::money_too_large : Fault::money_format;
}

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash | 1;
}

// Counted in bytes for a while, which vectors do many of at once.
std::uint64_t lines_of(std::string_view text) {
  std::uint64_t lines = 0;
  while (!text.empty()) {
    const std::string_view some = text.substr(0, 240);
    std::uint8_t here = 0;
    for (const char c : some) here = static_cast<std::uint8_t>(here + (c == '\n' ? 1 : 0));
    lines += here;
    text.remove_prefix(some.size());
  }
  return lines;
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::size_t ClaimsText::Met::place(std::uint64_t hash) const {
  std::size_t at = (hash >> 7) & (slots_.size() - 1);
  while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
  return at;
}

bool ClaimsText::Met::add(std::string_view word) {
  if (count_ * 2 > slots_.size()) {
    std::vector<std::uint64_t> before(slots_.size() * 4);
    before.swap(slots_);
    for (const std::uint64_t hash : before)
      if (hash != 0) slots_[place(hash)] = hash;
  }
  const std::uint64_t hash = hash_of(word);
  const std::size_t at = place(hash);
  if (slots_[at] == hash) return false;
  slots_[at] = hash;
  ++count_;
  return true;
}

void ClaimsText::Met::remove(std::string_view word) {
  slots_[place(hash_of(word))] = 0;
  --count_;
}

std::expected<ClaimsText, Findings> ClaimsText::open(std::string_view csv,
                                                     std::vector<const policy::Policy*> policies) {
  Findings findings;
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  if (const auto bad = first_invalid_byte(csv))
    return std::unexpected(Findings{contract::finding(Fault::invalid_utf8, "claims", std::to_string(*bad))});
  ClaimsText out;
  out.policies_ = std::move(policies);
  out.text_ = csv;
  const auto end = std::min(csv.find('\n'), csv.size());
  out.at_ = std::min(end + 1, csv.size());
  out.read_header(without_return(csv.substr(0, end)), findings);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  out.lines_ = lines_of(csv.substr(out.at_));
  if (out.at_ < csv.size() && !csv.ends_with('\n')) ++out.lines_;
  const auto column = [&](Fact fact) {
    const Column* found = out.layout_.find(fact);
    return found == nullptr ? out.layout_.columns.size()
                            : static_cast<std::size_t>(found - out.layout_.columns.data());
  };
  if (!out.has_person_)
    for (const Field& field : out.fields_)
      out.plain_.add_field(out.layout_.columns[field.column], field.column);
  out.total_ = column(Fact::claim_total);
  out.own_ = column(Fact::claim_own_expense);
  out.over_ = column(Fact::claim_over_limit);
  out.upfront_ = column(Fact::claim_upfront);
  out.admitted_ = column(Fact::claim_admitted);
  out.discharged_ = column(Fact::claim_discharged);
  return out;
}

void ClaimsText::read_header(std::string_view line, Findings& findings) {
  std::vector<std::string> known = claim_column_names();
  known.insert(known.begin(), "person");
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(',', at), line.size());
    std::string_view name = line.substr(at, end - at);
    if (name.size() > 1 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    const auto fact = find_claim_column(name);
    if (!fact && name != "person") {
      findings.push_back(contract::finding(Fault::unknown_key, "claims.1", std::string(name), known));
    } else if (std::ranges::find(fields_, name, &Field::name) != fields_.end()) {
      findings.push_back(contract::finding(Fault::duplicate_key, "claims.1", std::string(name)));
    } else if (fact) {
      layout_.add(*fact);
      fields_.push_back({name, layout_.columns.size() - 1});
    } else {
      has_person_ = true;
      fields_.push_back({name, 0, true});
    }
    at = end + 1;
  }
  if (findings.empty() && layout_.find(Fact::claim_total) == nullptr)
    findings.push_back(contract::finding(Fault::missing_key, "claims.1.claim.total"));
}

void ClaimsText::fault(Finding finding, std::string_view column) {
  ++faults_;
  if (findings_.size() >= findings_most) return;
  finding.fact = "claims." + std::to_string(line_) + (column.empty() ? "" : "." + std::string(column));
  contract::fill(finding.message, "fact", finding.fact);
  findings_.push_back(std::move(finding));
}

Findings ClaimsText::findings() const {
  Findings out = findings_;
  if (faults_ > findings_.size())
    out.push_back(
        contract::finding(Fault::more_faults, "claims", std::to_string(faults_ - findings_.size())));
  return out;
}

// The field at the reading place, past its comma or line end afterwards.
std::string_view ClaimsText::field(std::size_t number, bool& ends_line) {
  const char* const end = text_.data() + text_.size();
  const char* p = text_.data() + at_;
  const char* start = p;
  std::string_view word;
  if (p < end && *p == '"') {
    const std::uint64_t line = line_;
    unquoted_.clear();
    for (++p; p < end; ++p) {
      if (*p == '"' && (p + 1 == end || p[1] != '"')) break;
      if (*p == '"') ++p;
      if (*p == '\n') ++line_;
      unquoted_ += *p;
    }
    const bool closed = p < end;
    const char* const after = closed ? ++p : p;
    while (p < end && *p != ',' && *p != '\n') ++p;
    const std::string_view rest(after, static_cast<std::size_t>(p - after));
    if (!closed) line_ = line;  // the text is at its end: what is wrong stands where the quote opened
    if (!closed || !(rest.empty() || (rest == "\r" && (p == end || *p == '\n'))))
      fault(contract::finding(Fault::quotes_astray, ""), number < fields_.size() ? fields_[number].name : "");
    word = unquoted_;
  } else {
    while (p < end && *p != ',' && *p != '\n') ++p;
    word = {start, static_cast<std::size_t>(p - start)};
    if (p == end || *p == '\n') word = without_return(word);
  }
  ends_line = p == end || *p == '\n';
  at_ = static_cast<std::size_t>(p - text_.data()) + (p == end ? 0 : 1);
  return word;
}

void ClaimsText::take(Claims& claims, Field& field, std::string_view word) {
  if (field.is_person) {
    same_person_ = !word.empty() && word == person_;
    if (same_person_) return;
    person_ = word;
    new_person_ = !word.empty() && met_.add(word);
    if (!word.empty() && !new_person_)
      fault(contract::finding(Fault::person_not_together, "", person_), field.name);
    return;
  }
  Column& column = claims.columns[field.column];
  if (column.coded)
    take_word(column, field, word);
  else
    take_number(column, field, word);
}

void ClaimsText::take_word(Column& column, Field& field, std::string_view word) {
  if (word == column.book.word(field.last)) return column.codes.push_back(field.last);
  const Code code = column.book.code(word);
  field.last = code;
  column.codes.push_back(code);
  if (word.empty()) return;
  if (code == 0)
    return fault(contract::finding(Fault::too_large, "", std::to_string(column.book.size()),
                                   {std::to_string(codes_most)}),
                 field.name);
  if (field.sound.size() <= code) field.sound.resize(code + std::size_t{1});
  if (field.sound[code]) return;
  if (auto wrong = check_word(column.fact, word, policies_)) {
    field.last = 0;
    fault(std::move(*wrong), field.name);
  } else {
    field.sound[code] = true;
    if (!has_person_) plain_.learn(static_cast<std::size_t>(&field - fields_.data()), word, code);
  }
}

void ClaimsText::take_number(Column& column, const Field& field, std::string_view word) {
  std::int64_t value = unknown;
  if (word.empty()) {
    // Money of a claim left out is 0.00, but for its total.
    const bool optional =
        policy::type_of(column.fact) == policy::FactType::money && column.fact != Fact::claim_total;
    column.put(optional ? 0 : unknown);
    return;
  }
  if (policy::type_of(column.fact) == policy::FactType::date) {
    if (const auto day = parse_date(word))
      value = day->days;
    else
      fault(contract::finding(
                day.error() == DateFault::not_a_date ? Fault::date_format : Fault::impossible_date, "",
                std::string(word)),
            field.name);
  } else if (!plain_money(word, value)) {
    if (const auto money = parse_money(word); !money)
      fault(contract::finding(fault_of(money.error()), "", std::string(word)), field.name);
    else if (money->fen < 0)
      fault(contract::finding(Fault::negative_amount, "", std::string(word)), field.name);
    else
      value = money->fen;
  }
  column.put(value);
}

void ClaimsText::check_days(const Claims& claims) {
  if (admitted_ == claims.columns.size() || discharged_ == claims.columns.size()) return;
  const std::int64_t in = claims.columns[admitted_].numbers.back();
  const std::int64_t out = claims.columns[discharged_].numbers.back();
  if (out == unknown || in <= out) return;
  const auto day = [](std::int64_t days) { return to_iso(Date{static_cast<std::int32_t>(days)}); };
  fault(contract::finding(Fault::discharged_before_admitted, "", day(out), {day(in)}), "claim.discharged");
}

void ClaimsText::check_bill(const Claims& claims) {
  const auto sum = [&](std::size_t column) {
    if (column == claims.columns.size()) return std::int64_t{0};
    const std::int64_t value = claims.columns[column].numbers.back();
    return value == unknown ? 0 : value;
  };
  const std::int64_t total = claims.columns[total_].numbers.back(), own = sum(own_);
  const std::int64_t parts = own + sum(over_) + sum(upfront_);
  if (total == unknown || parts <= total) return;
  if (own > total)
    fault(contract::finding(Fault::own_expense_above_total, "", to_yuan(Money{own}), {to_yuan(Money{total})}),
          "claim.own_expense");
  else
    fault(contract::finding(Fault::parts_above_total, "", to_yuan(Money{parts}), {to_yuan(Money{total})}),
          "claim.total");
}

bool ClaimsText::row(Claims& claims) {
  for (;;) {
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) {
      line_ += text_[at_] == '\n' ? 1 : 0;
      ++at_;
    }
    if (at_ >= text_.size()) return false;
    ++line_;
    same_person_ = false;
    std::size_t count = 0;
    bool ends_line = false;
    while (!ends_line) {
      const std::string_view word = field(count, ends_line);
      if (count < fields_.size()) take(claims, fields_[count], word);
      ++count;
    }
    if (count != fields_.size()) {
      fault(
          contract::finding(Fault::field_count, "", std::to_string(count), {std::to_string(fields_.size())}),
          "");
      for (; count < fields_.size(); ++count) take(claims, fields_[count], {});
    }
    check_bill(claims);
    check_days(claims);
    return true;
  }
}

// What of the rows still wanted is ordinary. Where none was, some lines are read before it is tried again.
void ClaimsText::read_plain(Claims& claims, std::size_t rows) {
  if (has_person_ || at_ < plain_again_) return;
  for (std::size_t wanted = 32; claims.rows() < rows; wanted *= 4) {
    wanted = std::min(wanted, rows - claims.rows());
    const std::size_t read = plain_.read(text_, at_, claims, wanted);
    line_ += read;
    plain_wait_ = read > 0 ? 1 : std::min(2 * plain_wait_, std::size_t{1} << 16);
    plain_again_ = at_ + plain_wait_;
    if (read < wanted) return;
  }
}

bool ClaimsText::read(Claims& claims, std::size_t rows) {
  for (;;) {
    read_plain(claims, rows);
    const bool full = claims.rows() >= rows;
    if (full && !has_person_) return true;
    const auto before = std::pair(at_, line_);
    const auto faults = std::pair(faults_, findings_.size());
    const std::string person = full ? person_ : std::string();
    if (!row(claims)) return false;
    if (same_person_ && claims.people() > 0) {
      claims.first.add_row();
    } else if (full) {
      std::tie(at_, line_) = before;
      if (!person_.empty() && new_person_) met_.remove(person_);
      faults_ = faults.first;
      findings_.resize(faults.second);
      person_ = person;
      for (Column& column : claims.columns)
        column.coded ? column.codes.pop_back() : column.numbers.pop_back();
      return true;
    } else {
      claims.first.add_person(1);
    }
  }
}

}  // namespace mingbai::scenario
