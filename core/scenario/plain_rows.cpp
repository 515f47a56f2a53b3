#include "core/scenario/plain_rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "core/base/date.h"

namespace mingbai::scenario {
namespace {

using policy::Fact;

constexpr std::uint64_t every_byte = 0x0101010101010101;
constexpr std::uint64_t zeros = 0x3030303030303030;  // of text
constexpr std::size_t word_most = 16;
constexpr std::size_t money_least = 4, money_most = 14;

std::uint64_t eight(const char* p) {
  std::uint64_t out;
  std::memcpy(&out, p, sizeof out);
  return out;
}

// Lengths of fields follow no pattern that a processor could guess; so nothing here branches on one.
struct Kept {
  std::array<std::uint64_t, word_most + 1> first{}, last{};  // by count: the bytes that are kept
};
constexpr Kept kept = [] {
  Kept out;
  for (std::size_t count = 1; count <= word_most; ++count) {
    const std::size_t bits = 8 * std::min<std::size_t>(count, 8);
    out.first[count] = ~std::uint64_t{0} >> (64 - bits);
    out.last[count] = ~std::uint64_t{0} << (64 - bits);
  }
  return out;
}();
constexpr std::size_t beyond(std::size_t count) { return count - std::min<std::size_t>(count, 8); }

// One bit for each of eight bytes that is `c`, the first the lowest.
constexpr std::uint64_t where(std::uint64_t bytes, char c) {
  constexpr std::uint64_t low = every_byte * 0x7F;
  const std::uint64_t x = bytes ^ (every_byte * static_cast<unsigned char>(c));
  const std::uint64_t found = ~(((x & low) + low) | x | low);
  return ((found >> 7) * 0x0102040810204080) >> 56;
}

// Eight digits as text, the last of them in the highest byte.
bool all_digits(std::uint64_t x) {
  return (x & 0xF0F0F0F0F0F0F0F0) == zeros && ((x + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) == zeros;
}
std::int64_t number_of(std::uint64_t x) {
  x -= zeros;
  x = (x * 10 + (x >> 8)) & 0x00FF00FF00FF00FF;
  x = (x * 100 + (x >> 16)) & 0x0000FFFF0000FFFF;
  return static_cast<std::int64_t>((x * 10000 + (x >> 32)) & 0xFFFFFFFF);
}

// The bytes, those before the last `count` made zeros of text.
std::uint64_t last_bytes(std::uint64_t bytes, std::size_t count) {
  return (bytes & kept.last[count]) | (zeros & ~kept.last[count]);
}

// "1234.50" -> 123450. Sixteen bytes up to its end are looked at, some of which may stand before it.
bool money_at(const char* word, std::size_t size, std::int64_t& fen) {
  if (size < money_least || size > money_most || (word[0] == '0' && word[1] != '.')) return false;
  const std::uint64_t low = last_bytes(eight(word + size - 8), size);
  const std::uint64_t high = last_bytes(eight(word + size - 16), beyond(size));
  const std::uint64_t digits = (low & 0xFFFF000000000000) | ((low & 0x000000FFFFFFFFFF) << 8) | '0';
  fen = number_of(high) * 10'000'000 + number_of(digits);
  return (low >> 40 & 0xFF) == '.' && all_digits(digits) && all_digits(high);
}

bool day_at(const char* word, std::size_t size, std::int64_t& days) {
  days = unknown;
  if (size == 0) return true;
  const auto day = parse_date({word, size});
  if (day) days = day->days;
  return day.has_value();
}

}  // namespace

void PlainRows::add_field(const Column& column, std::size_t number) {
  const Fact fact = column.fact;
  Field field{.kind = column.coded                                      ? Kind::word
                      : fact == Fact::claim_admitted                    ? Kind::admitted
                      : fact == Fact::claim_discharged                  ? Kind::discharged
                      : policy::type_of(fact) == policy::FactType::date ? Kind::day
                      : fact == Fact::claim_total                       ? Kind::total
                                                                        : Kind::money,
              .column = number};
  field.part =
      fact == Fact::claim_own_expense || fact == Fact::claim_over_limit || fact == Fact::claim_upfront;
  fields_.push_back(std::move(field));
}

std::size_t PlainRows::place(const std::vector<Word>& words, std::uint64_t front, std::uint64_t back,
                             std::uint32_t size) {
  std::uint64_t at = ((front ^ std::rotl(back, 29) ^ size) * 0x9E3779B97F4A7C15) >> 40;
  for (;; ++at) {
    const Word& word = words[at &= words.size() - 1];
    if (word.size == 0 || (word.front == front && word.back == back && word.size == size)) return at;
  }
}

void PlainRows::learn(std::size_t number, std::string_view word, Code code) {
  if (word.empty() || word.size() >= word_most || code == 0) return;
  Field& field = fields_[number];
  if ((field.known + 1) * 2 > field.words.size()) {
    std::vector<Word> before(field.words.size() * 4);
    before.swap(field.words);
    for (const Word& known : before)
      if (known.size != 0) field.words[place(field.words, known.front, known.back, known.size)] = known;
  }
  char room[word_most]{};
  word.copy(room, word.size());
  const Word made{eight(room), eight(room + 8), static_cast<std::uint32_t>(word.size()), code};
  Word& slot = field.words[place(field.words, made.front, made.back, made.size)];
  if (slot.size == 0) ++field.known;
  slot = made;
}

void PlainRows::Ends::look() {
  for (std::size_t at = 0; at < 8; ++at) {
    const std::uint64_t bytes = eight(base_ + 8 * at);
    left_ |= (where(bytes, ',') | where(bytes, '\n')) << (8 * at);
  }
}

const char* PlainRows::Ends::next() {
  while (left_ == 0) {
    if (end_ - next_ < static_cast<std::ptrdiff_t>(at_once + word_most)) return nullptr;
    base_ = next_;
    next_ += at_once;
    look();
  }
  const char* out = base_ + std::countr_zero(left_);
  left_ &= left_ - 1;
  return out;
}

bool PlainRows::row(const char*& start, Ends& ends, std::size_t row) {
  const char* p = start;
  std::int64_t total = 0, parts = 0, admitted = unknown, discharged = INT64_MAX;
  const Field* const last = &fields_.back();
  for (Field& field : fields_) {
    const char* const stop = ends.next();
    if (stop == nullptr) return false;
    const auto length = static_cast<std::size_t>(stop - p);
    if (length >= word_most || (*stop == '\n') != (&field == last)) return false;
    const std::size_t size = length - (&field == last && length > 0 && p[length - 1] == '\r' ? 1 : 0);
    if (field.kind == Kind::word) {
      Code code = 0;
      if (size > 0) {
        const std::uint64_t a = eight(p) & kept.first[size], b = eight(p + 8) & kept.first[beyond(size)];
        const Word& word = field.words[place(field.words, a, b, static_cast<std::uint32_t>(size))];
        if (word.size == 0) return false;
        code = word.code;
      }
      field.codes[row] = code;
    } else {
      std::int64_t number = 0;
      if (field.kind >= Kind::day) {
        if (!day_at(p, size, number)) return false;
        if (field.kind == Kind::admitted) admitted = number;
        if (field.kind == Kind::discharged && size > 0) discharged = number;
      } else if (size == 0 ? field.kind == Kind::total : !money_at(p, size, number)) {
        return false;
      }
      if (field.kind == Kind::total) total = number;
      if (field.part) parts += number;
      field.numbers[row] = number;
      field.bits |= static_cast<std::uint64_t>(number);
    }
    p = stop + 1;
  }
  if (parts > total || admitted > discharged) return false;
  start = p;
  return true;
}

std::size_t PlainRows::read(std::string_view text, std::size_t& at, Claims& claims, std::size_t most) {
  if (std::endian::native != std::endian::little || fields_.empty() || at < word_most) return 0;
  const std::size_t before = claims.rows();
  for (Field& field : fields_) {
    Column& column = claims.columns[field.column];
    if (column.coded) {
      column.codes.resize(before + most);
      field.codes = column.codes.data() + before;
    } else {
      column.numbers.resize(before + most);
      field.numbers = column.numbers.data() + before;
    }
    field.bits = 0;
  }
  const char* p = text.data() + at;
  Ends ends(p, text.data() + text.size());
  std::size_t rows = 0;
  while (rows < most && row(p, ends, rows)) ++rows;
  at = static_cast<std::size_t>(p - text.data());
  for (const Field& field : fields_) {
    Column& column = claims.columns[field.column];
    if (column.coded)
      column.codes.resize(before + rows);
    else
      column.numbers.resize(before + rows);
    column.bits |= field.bits;
  }
  claims.first.add_people(rows);
  return rows;
}

}  // namespace mingbai::scenario
