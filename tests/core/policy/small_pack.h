#pragma once
// A small invented pack for tests: of a stay at home the fund pays 70 % above 500.00, residents at level 1
// and 2. Tests change one file, or one text in it, and look at what the library says.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "core/contract/json.h"
#include "core/policy/library.h"
#include "core/policy/policy.h"

namespace mingbai::test {

class SmallPack {
 public:
  SmallPack() {
    files_["facts.json"] = R"([
      {"name": "insured.scheme", "type": "enum", "label": {"zh": "险种", "en": "Scheme"}, "scope": ["claim"]},
      {"name": "insured.region", "type": "region", "label": {"zh": "参保地", "en": "Insured place"}, "scope": ["claim"]},
      {"name": "insured.enrolled", "type": "boolean", "label": {"zh": "在册", "en": "Enrolled"}, "scope": ["application"]},
      {"name": "insured.continuous_months", "type": "integer", "domain": {"from": 0, "to": 1200}, "label": {"zh": "月数", "en": "Months"}, "scope": ["claim"]},
      {"name": "claim.provider.level", "type": "integer", "domain": {"from": 1, "to": 2}, "label": {"zh": "级别", "en": "Level"}, "scope": ["claim"]},
      {"name": "claim.provider.region", "type": "region", "label": {"zh": "就医地", "en": "Place of care"}, "scope": ["claim"]},
      {"name": "claim.remote", "type": "enum", "domain": [{"key": "local", "label": {"zh": "本地", "en": "local"}}, {"key": "filed", "label": {"zh": "已备案", "en": "filed"}}, {"key": "unfiled", "label": {"zh": "未备案", "en": "unfiled"}}], "label": {"zh": "异地", "en": "Remote"}, "scope": ["claim"]},
      {"name": "claim.total", "type": "money", "label": {"zh": "总费用", "en": "Total"}, "scope": ["claim"]},
      {"name": "claim.own_expense", "type": "money", "label": {"zh": "自费", "en": "Own expense"}, "scope": ["claim"]},
      {"name": "claim.discharged", "type": "date", "label": {"zh": "出院", "en": "Discharged"}, "scope": ["claim"]},
      {"name": "claim.care", "type": "enum", "label": {"zh": "类别", "en": "Care"}, "scope": ["claim"]},
      {"name": "as_of", "type": "date", "label": {"zh": "日期", "en": "Day"}, "scope": ["application"]},
      {"name": "application.kind", "type": "enum", "label": {"zh": "事项", "en": "Kind"}, "scope": ["application"]},
      {"name": "application.from", "type": "date", "label": {"zh": "开始", "en": "From"}, "scope": ["application"]},
      {"name": "application.category", "type": "enum", "domain": [{"key": "referral", "label": {"zh": "转诊", "en": "referral"}}, {"key": "temporary", "label": {"zh": "临时", "en": "temporary"}}], "label": {"zh": "情形", "en": "Category"}, "scope": ["application"]},
      {"name": "application.care_region", "type": "region", "label": {"zh": "去哪", "en": "Where"}, "scope": ["application"]},
      {"name": "application.physician.title", "type": "enum", "domain": [{"key": "resident", "label": {"zh": "住院", "en": "resident"}}, {"key": "attending", "label": {"zh": "主治", "en": "attending"}}, {"key": "chief", "label": {"zh": "主任", "en": "chief"}}], "label": {"zh": "职称", "en": "Title"}, "scope": ["application"]},
      {"name": "application.documents", "type": "list", "label": {"zh": "材料", "en": "Documents"}, "scope": ["application"]}])";
    files_["sample/pack.json"] =
        R"({"format": 1, "id": "sample", "title": {"zh": "样例", "en": "Sample"}, "region": "442000", "version": "7", "inherits": null,
      "schemes": [{"key": "resident", "label": {"zh": "居民", "en": "Residents"}, "effective_from": "2020-01-01", "effective_to": null},
                  {"key": "basic", "label": {"zh": "基本", "en": "Basic"}, "effective_from": "2020-01-01", "effective_to": "2021-12-31"}]})";
    files_["sample/documents.json"] = R"([
      {"id": "rule", "title": "样例办法", "status": "in_force", "effective_from": "2020-01-01", "effective_to": null},
      {"id": "guess", "title": "样例假设", "status": "assumed", "effective_from": "2020-01-01", "effective_to": null},
      {"id": "plan", "title": "样例征求意见稿", "status": "draft", "effective_from": "2020-01-01", "effective_to": null}])";
    files_["sample/parameters.json"] = R"([
      {"id": "ratio", "label": {"zh": "比例", "en": "Ratio"}, "unit": "ratio", "values": [
        {"value": "70%", "effective_from": "2020-01-01", "effective_to": "2022-12-31", "source": {"document": "rule", "clause": "1"}},
        {"value": "75%", "effective_from": "2023-01-01", "effective_to": null, "source": {"document": "rule", "clause": "1"}},
        {"value": "90%", "effective_from": "2023-01-01", "effective_to": null, "source": {"document": "plan", "clause": "9"}}]},
      {"id": "kept", "label": {"zh": "计入", "en": "Kept"}, "unit": "ratio", "values": [{"value": "80%", "source": {"document": "rule", "clause": "3"}}]},
      {"id": "months", "label": {"zh": "期限", "en": "Months"}, "unit": "months", "values": [{"value": 6, "source": {"document": "rule", "clause": "5"}}]}])";
    files_["sample/tables.json"] = R"([
      {"id": "deductible", "label": {"zh": "起付线", "en": "Deductible"}, "output": "money", "inputs": ["insured.scheme", "claim.provider.level"], "rows": [
        {"when": {"insured.scheme": ["resident", "basic"], "claim.provider.level": 1}, "value": "200.00", "source": {"document": "rule", "clause": "2"}},
        {"when": {"insured.scheme": ["resident", "basic"], "claim.provider.level": 2}, "value": "500.00", "source": {"document": "guess", "clause": "2"}}]}])";
    files_["sample/benefits.json"] = R"([
      {"id": "inpatient", "label": {"zh": "住院", "en": "Inpatient"}, "care": ["inpatient"], "source": {"document": "rule", "clause": "1"}, "steps": [
        {"step": "own_expense", "kind": "subtract", "fact": "claim.own_expense", "label": {"zh": "自费", "en": "Own expense"}},
        {"step": "unfiled_share", "kind": "keep_share", "parameter": "kept", "when": {"fact": "claim.remote", "is": "unfiled"}, "label": {"zh": "未备案", "en": "Unfiled"}},
        {"step": "deductible", "kind": "deductible", "table": "deductible", "way": "per_admission", "label": {"zh": "起付线", "en": "Deductible"}},
        {"step": "ratio", "kind": "share", "parameter": "ratio", "label": {"zh": "比例", "en": "Share"}}]}])";
    files_["sample/requirements.json"] = R"([
      {"code": "enrolled", "kinds": ["remote_care"], "must": {"fact": "insured.enrolled", "is": true}, "fact": "insured.enrolled",
       "message": {"zh": "未参保", "en": "Not enrolled"}, "remedy": {"zh": "先参保", "en": "Enrol first"}, "met": {"zh": "在册", "en": "Enrolled"}, "source": {"document": "rule", "clause": "4"}},
      {"code": "elsewhere", "kinds": ["remote_care"], "must": {"not": {"fact": "application.care_region", "is": "442000"}}, "fact": "application.care_region", "allowed": ["elsewhere"],
       "message": {"zh": "{application.care_region} 在本市", "en": "{application.care_region} is at home"}, "remedy": {"zh": "不必备案", "en": "No filing needed for {parameter:months} months"}, "met": {"zh": "在外地", "en": "Elsewhere"}, "source": {"document": "rule", "clause": "4"}}])";
    files_["sample/documents_required.json"] = R"({"required": [
        {"key": "identity", "any_of": ["identity_card", "electronic_certificate"], "label": {"zh": "证件", "en": "Identity"}, "remedy": {"zh": "带一种", "en": "Bring one"}, "kinds": ["remote_care"], "source": {"document": "rule", "clause": "6"}}],
      "must_not_be_asked": [{"key": "application_form", "label": {"zh": "申请表", "en": "Form"}, "kinds": ["remote_care"], "source": {"document": "rule", "clause": "7"}}]})";
    files_["sample/decisions.json"] = R"([
      {"id": "review", "kinds": ["remote_care"], "mode": "review", "by": "agency", "within": "unstated", "benefit_from": "as_of", "benefit_months": {"parameter": "months"},
       "notice": {"zh": "有效 {parameter:months} 个月", "en": "Valid for {parameter:months} months"}, "source": {"document": "rule", "clause": "5"}}])";
  }

  SmallPack& set(const std::string& file, const std::string& text) {
    files_[file] = text;
    return *this;
  }
  SmallPack& remove(const std::string& file) {
    files_.erase(file);
    return *this;
  }
  // One occurrence of a text in a file by another; the text must be there.
  SmallPack& change(const std::string& file, const std::string& from, const std::string& to) {
    std::string& text = files_.at(file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    return *this;
  }

  std::string bundle() const {
    contract::Json files = contract::Json::object();
    for (const auto& [name, text] : files_) files[name] = text;
    contract::Json out = contract::Json::object();
    out["files"] = std::move(files);
    return contract::dump(out);
  }

  // As a directory of packs.
  void write_to(const std::filesystem::path& directory) const {
    for (const auto& [name, text] : files_) {
      std::filesystem::create_directories((directory / name).parent_path());
      std::ofstream(directory / name) << text;
    }
  }

  policy::Library library() const {
    auto out = policy::Library::load(bundle());
    if (!out)
      for (const Finding& f : out.error()) UNSCOPED_INFO(f.code << " " << f.fact << " " << f.message.en);
    REQUIRE(out.has_value());
    return std::move(*out);
  }

  Findings faults() const {
    auto out = policy::Library::load(bundle());
    return out ? Findings{} : out.error();
  }

 private:
  std::map<std::string, std::string> files_;
};

inline bool has_code(const Findings& findings, std::string_view code, std::string_view place = "") {
  for (const Finding& f : findings)
    if (f.code == code && f.fact.find(place) != std::string::npos) return true;
  for (const Finding& f : findings) UNSCOPED_INFO(f.code << " | " << f.fact << " | " << f.message.en);
  return false;
}

}  // namespace mingbai::test
