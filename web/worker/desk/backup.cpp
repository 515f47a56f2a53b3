#include "web/worker/desk/backup.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/sync/envelope.h"
#include "core/sync/fields.h"
#include "core/sync/sha256.h"
#include "web/worker/desk/draft_json.h"
#include "web/worker/desk/json_object.h"

namespace mingbai::worker {
namespace {

using nlohmann::json;

constexpr std::string_view mark = "mingbai-drafts 2 ", any_version = "mingbai-drafts ";
constexpr std::int64_t first_line_most = 128;
constexpr std::size_t sum_digits = 64;
constexpr std::int64_t paper_bytes_most = 10 << 20;

constexpr const char *choose_zh = "请换一份备份，再选一次。", *choose_en = "Choose another backup.";

Finding fault(const char* code, std::string fact, std::string zh, std::string en, const char* remedy_zh = choose_zh, const char* remedy_en = choose_en) {
  Finding out;
  out.code = code;
  out.fact = std::move(fact);
  out.message = {std::move(zh), std::move(en)};
  out.remedy = {remedy_zh, remedy_en};
  return out;
}

Finding no_backup() { return fault("not_a_backup", "", "这个文件不是备份。", "This file is no backup."); }

Finding newer() {
  return fault("backup_newer", "", "这份备份是更新的版本存的。", "A newer version made this backup.", "请刷新页面，再选一次。", "Reload the page and choose it again.");
}

Finding cut(std::int64_t actual, std::int64_t wanted) {
  const std::string has = std::to_string(actual), of = std::to_string(wanted);
  Finding out = fault("backup_cut", "bytes", "文件不完整：应有 " + of + " 字节，有 " + has + " 字节。", "The file is not whole: " + has + " of " + of + " bytes.");
  out.actual = has;
  out.allowed = {of};
  return out;
}

Finding damaged(std::string fact, const std::string& name) {
  return fault("backup_damaged", std::move(fact), "“" + name + "”和存的时候不一样。", "“" + name + "” is not what it was.");
}

Finding unreadable() { return fault("unreadable_file", "", "文件读不出来。", "The file cannot be read."); }

json written(const store::Paper& paper) {
  json out;
  put_text(out, "id", paper.id);
  put_text(out, "filing", paper.filing);
  put_text(out, "document", paper.document);
  put_text(out, "name", paper.name);
  put_number(out, "bytes", paper.bytes);
  put_text(out, "sha256", paper.sha256);
  put_text(out, "added_at", sync::utc_text(paper.added_at));
  return out;
}

std::string word(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::int64_t whole(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_number_integer() ? at->get<std::int64_t>() : 0;
}

std::optional<store::Draft> read_draft(const json& from) {
  if (!from.is_object()) return std::nullopt;
  store::Draft draft{.id = word(from, "id"), .account = {}, .kind = word(from, "kind"), .form = {}};
  const auto form = from.find("form");
  if (!sync::is_random_id(draft.id) || draft.kind.empty() || form == from.end() || !form->is_object()) return std::nullopt;
  draft.form = sync::dump(*form);
  draft.updated_at = sync::read_utc(word(from, "updated_at")).value_or(0);
  const auto edits = from.find("edits");
  if (edits == from.end() || edits->is_null()) return draft;
  draft.filing = word(*edits, "filing");
  draft.base_version = whole(*edits, "version");
  return sync::is_random_id(draft.filing) && draft.base_version > 0 ? std::optional(std::move(draft)) : std::nullopt;
}

std::optional<store::Paper> read_entry(const json& from) {
  if (!from.is_object()) return std::nullopt;
  store::Paper paper{.id = word(from, "id"), .account = {}, .filing = word(from, "filing"), .document = word(from, "document"), .name = word(from, "name")};
  paper.bytes = whole(from, "bytes");
  paper.sha256 = word(from, "sha256");
  paper.added_at = sync::read_utc(word(from, "added_at")).value_or(0);
  const bool named = sync::is_random_id(paper.id) && sync::is_random_id(paper.filing) && !paper.document.empty();
  const bool measured = paper.bytes > 0 && paper.bytes <= paper_bytes_most && paper.sha256.size() == sum_digits;
  return named && measured ? std::optional(std::move(paper)) : std::nullopt;
}

// Nothing: a part of it has not the expected form.
std::optional<Backup> read_index(const json& index) {
  const auto drafts = index.find("drafts"), papers = index.find("papers");
  if (drafts == index.end() || !drafts->is_array() || drafts->size() > backup_drafts_most) return std::nullopt;
  Backup out;
  for (const json& one : *drafts) {
    auto draft = read_draft(one);
    if (!draft) return std::nullopt;
    out.drafts.push_back(std::move(*draft));
  }
  if (papers == index.end()) return out;
  for (const json& one : *papers) {
    auto paper = read_entry(one);
    if (!paper) return std::nullopt;
    out.papers.push_back(std::move(*paper));
  }
  return out;
}

json parsed(std::string_view text) { return json::parse(text.begin(), text.end(), nullptr, false); }

// Of versions before papers were in it: one JSON text.
std::expected<Backup, Finding> open_first_version(FileSource& file) {
  if (file.size() > backup_index_bytes_most) return std::unexpected(no_backup());
  const auto text = file.read(0, file.size());
  if (!text) return std::unexpected(unreadable());
  const json index = parsed(*text);
  if (!index.is_object() || word(index, "format") != "mingbai-drafts" || whole(index, "version") != 1) return std::unexpected(no_backup());
  auto backup = read_index(index);
  if (!backup || !backup->papers.empty()) return std::unexpected(no_backup());
  return std::move(*backup);
}

// "1234 9f86d0…": bytes and sum of the index; the length is 0 where it is none.
std::pair<std::int64_t, std::string_view> read_first_line(std::string_view line) {
  std::int64_t bytes = 0;
  std::size_t at = 0;
  for (; at < line.size() && line[at] >= '0' && line[at] <= '9' && bytes <= backup_index_bytes_most; ++at) bytes = bytes * 10 + (line[at] - '0');
  if (bytes > backup_index_bytes_most || line.size() != at + 1 + sum_digits || line[at] != ' ') return {};
  return {bytes, line.substr(at + 1)};
}

}  // namespace

std::string backup_head(const Backup& backup) {
  json drafts = json::array(), papers = json::array();
  for (const auto& draft : backup.drafts) drafts.push_back(draft_json(draft));
  for (const auto& paper : backup.papers) papers.push_back(written(paper));
  json root;
  put(root, "drafts", std::move(drafts));
  put(root, "papers", std::move(papers));
  const std::string index = sync::dump(root);
  return std::string(mark) + std::to_string(index.size()) + " " + sync::sha256_hex(index) + "\n" + index;
}

std::expected<Backup, Finding> open_backup(FileSource& file) {
  const auto start = file.read(0, std::min(file.size(), first_line_most));
  if (!start) return std::unexpected(unreadable());
  if (start->starts_with("{")) return open_first_version(file);
  const std::size_t end = start->find('\n');
  if (!start->starts_with(any_version) || end == std::string::npos) return std::unexpected(no_backup());
  if (!start->starts_with(mark)) return std::unexpected(newer());
  const std::string_view line = std::string_view(*start).substr(0, end).substr(mark.size());
  const auto [bytes, sum] = read_first_line(line);
  if (bytes == 0) return std::unexpected(no_backup());
  const auto index_at = static_cast<std::int64_t>(end) + 1;
  if (file.size() < index_at + bytes) return std::unexpected(cut(file.size(), index_at + bytes));
  const auto index = file.read(index_at, bytes);
  if (!index) return std::unexpected(unreadable());
  if (sync::sha256_hex(*index) != sum) return std::unexpected(damaged("index", "index"));
  const json root = parsed(*index);
  auto backup = root.is_object() ? read_index(root) : std::nullopt;
  if (!backup) return std::unexpected(no_backup());
  backup->papers_at = index_at + bytes;
  return std::move(*backup);
}

Findings faults_of(const Backup& backup, FileSource& file) {
  std::int64_t end = backup.papers_at;
  for (const auto& paper : backup.papers) end += paper.bytes;
  if (backup.papers_at > 0 && file.size() != end) return {cut(file.size(), end)};
  Findings out;
  for (std::size_t at = 0; at < backup.papers.size(); ++at) {
    if (!read_paper(backup, at, file)) out.push_back(damaged("papers/" + std::to_string(at), backup.papers[at].name));
  }
  return out;
}

std::optional<std::string> read_paper(const Backup& backup, std::size_t index, FileSource& file) {
  std::int64_t at = backup.papers_at;
  for (std::size_t before = 0; before < index; ++before) at += backup.papers[before].bytes;
  auto bytes = file.read(at, backup.papers[index].bytes);
  return bytes && sync::sha256_hex(*bytes) == backup.papers[index].sha256 ? bytes : std::nullopt;
}

}  // namespace mingbai::worker
