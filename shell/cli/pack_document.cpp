#include "shell/cli/pack_document.h"

#include "core/contract/write.h"
#include "core/policy/wording.h"

namespace mingbai::cli {
namespace {

using contract::Json;
using contract::to_json;
using policy::Policy;

class Writer {
 public:
  Writer(const Policy& policy, std::optional<Date> day, Language language)
      : policy_(policy), day_(day), language_(language), written_(policy.symbols) {}

  Json document() {
    Json out = Json::object();
    out["id"] = policy_.id;
    out["title"] = policy_.title.in(language_);
    out["version"] = policy_.version;
    out["region"] = policy_.region;
    out["as_of"] = day_ ? Json(to_iso(*day_)) : Json(nullptr);
    out["documents"] = documents();
    out["schemes"] = schemes();
    out["parameters"] = parameters();
    out["tables"] = tables();
    out["benefits"] = benefits();
    out["scores"] = scores();
    out["disease_lists"] = disease_lists();
    out["requirements"] = requirements();
    out["required_documents"] = asked(policy_.required_documents);
    out["must_not_be_asked"] = asked(policy_.never_asked);
    out["notes"] = notes();
    return out;
  }

 private:
  bool holds(const policy::Authority& authority) const {
    return !day_ || authority.source.effective.contains(*day_);
  }

  Json source(const policy::Authority& authority) const { return to_json(authority.source); }

  Json documents() const {
    Json out = Json::array();
    for (const auto& document : policy_.documents) {
      Json one = Json::object();
      one["id"] = document.id;
      one["title"] = document.title.in(language_);
      one["number"] = document.number;
      one["status"] = to_key(document.status);
      one["issued"] = document.issued ? Json(to_iso(*document.issued)) : Json(nullptr);
      one["effective_from"] = contract::from_json(document.effective);
      one["effective_to"] = to_json(document.effective);
      out.push_back(std::move(one));
    }
    return out;
  }

  Json schemes() const {
    Json out = Json::array();
    for (const auto& scheme : policy_.schemes) {
      if (day_ && !scheme.effective.contains(*day_)) continue;
      Json one = Json::object();
      one["key"] = scheme.key;
      one["label"] = scheme.label.in(language_);
      one["effective_from"] = contract::from_json(scheme.effective);
      one["effective_to"] = to_json(scheme.effective);
      out.push_back(std::move(one));
    }
    return out;
  }

  Json figure(std::int64_t value, policy::Unit unit, const policy::Authority& authority) const {
    Json one = Json::object();
    one["value"] = policy::for_people(value, unit);
    one["source"] = source(authority);
    return one;
  }

  Json parameters() const {
    Json out = Json::array();
    for (const auto& parameter : policy_.parameters) {
      Json values = Json::array();
      for (const auto& value : parameter.values)
        if (holds(value.authority)) values.push_back(figure(value.value, parameter.unit, value.authority));
      if (values.empty()) continue;
      Json one = Json::object();
      one["id"] = parameter.id;
      one["label"] = parameter.label.in(language_);
      one["values"] = std::move(values);
      out.push_back(std::move(one));
    }
    return out;
  }

  std::string value_text(policy::Fact fact, std::int64_t value) {
    written_.set(fact, value);
    return policy::value_label(policy_, written_, fact).in(language_);
  }

  std::string condition_text(const policy::Condition& condition) {
    std::string out;
    for (std::uint32_t r = condition.first; r < condition.first + condition.count; ++r) {
      const policy::Range range = policy_.programs.ranges[r];
      if (!out.empty()) out += " / ";
      if (range.from == range.to) {
        out += value_text(condition.fact, range.from);
        continue;
      }
      if (range.from != INT64_MIN) out += value_text(condition.fact, range.from);
      out += "…";
      if (range.to != INT64_MAX) out += value_text(condition.fact, range.to);
    }
    return out;
  }

  Json tables() {
    Json out = Json::array();
    for (const auto& table : policy_.tables) {
      Json rows = Json::array();
      for (const auto& row : table.rows) {
        if (!holds(row.authority)) continue;
        Json when = Json::object();
        for (std::uint32_t c = row.first_condition; c < row.first_condition + row.conditions; ++c) {
          const auto& condition = policy_.programs.conditions[c];
          when[std::string(name_of(condition.fact))] = condition_text(condition);
        }
        Json one = Json::object();
        one["when"] = std::move(when);
        one["value"] = policy::for_people(row.value, table.output);
        one["source"] = source(row.authority);
        rows.push_back(std::move(one));
      }
      if (rows.empty()) continue;
      Json one = Json::object();
      one["id"] = table.id;
      one["label"] = table.label.in(language_);
      one["rows"] = std::move(rows);
      out.push_back(std::move(one));
    }
    return out;
  }

  Json benefits() const {
    Json out = Json::array();
    for (const auto& benefit : policy_.benefits) {
      if (!holds(benefit.authority)) continue;
      Json steps = Json::array();
      for (const auto& step : benefit.steps) steps.push_back(step.label.in(language_));
      Json one = Json::object();
      one["id"] = benefit.id;
      one["label"] = benefit.label.in(language_);
      one["care"] = benefit.care;
      one["steps"] = std::move(steps);
      one["source"] = source(benefit.authority);
      out.push_back(std::move(one));
    }
    return out;
  }

  Json scores() const {
    Json out = Json::array();
    for (const auto& rule : policy_.payment.rules) {
      if (!holds(rule.authority)) continue;
      Json steps = Json::array();
      for (const auto& step : rule.steps) steps.push_back(step.label.in(language_));
      Json one = Json::object();
      one["id"] = rule.id;
      one["label"] = rule.label.in(language_);
      one["steps"] = std::move(steps);
      one["source"] = source(rule.authority);
      out.push_back(std::move(one));
    }
    return out;
  }

  Json disease_lists() const {
    Json out = Json::array();
    for (const auto& list : policy_.payment.lists) {
      Json stated = Json::array();
      for (const auto& size : list.sizes)
        if (holds(size.authority)) stated.push_back(figure(size.size, policy::Unit::count, size.authority));
      Json one = Json::object();
      one["id"] = list.id;
      one["complete"] = list.complete;
      one["in_hand"] = list.members.size();
      one["stated"] = std::move(stated);
      out.push_back(std::move(one));
    }
    return out;
  }

  Json requirements() const {
    Json out = Json::array();
    for (const auto& requirement : policy_.requirements) {
      if (!holds(requirement.authority)) continue;
      Json one = Json::object();
      one["code"] = requirement.code;
      one["kinds"] = requirement.kinds;
      one["fact"] = requirement.fact;
      one["met"] = requirement.met.in(language_);
      one["message"] = requirement.message.in(language_);
      one["remedy"] = requirement.remedy.in(language_);
      one["source"] = source(requirement.authority);
      out.push_back(std::move(one));
    }
    return out;
  }

  Json asked(const std::vector<policy::RequiredDocument>& list) const {
    Json out = Json::array();
    for (const auto& document : list) {
      if (!holds(document.authority)) continue;
      Json one = Json::object();
      one["key"] = document.key;
      one["any_of"] = document.any_of;
      one["kinds"] = document.kinds;
      one["label"] = document.label.in(language_);
      one["source"] = source(document.authority);
      out.push_back(std::move(one));
    }
    return out;
  }

  Json notes() const {
    Json out = Json::array();
    for (const auto& note : policy_.notes) {
      if (!holds(note.authority)) continue;
      Json one = Json::object();
      one["id"] = note.id;
      one["text"] = note.text.in(language_);
      one["source"] = source(note.authority);
      out.push_back(std::move(one));
    }
    return out;
  }

  const Policy& policy_;
  std::optional<Date> day_;
  Language language_;
  policy::Facts written_;
};

std::string member_text(const Json& json, std::string_view key) {
  const Json* value = contract::member(json, key);
  if (value == nullptr) return "";
  return value->is_string() ? value->get<std::string>() : contract::plain(*value);
}

std::string tail(const Json& element) {
  const Json* source = contract::member(element, "source");
  if (source == nullptr) return "";
  return "  [" + member_text(*source, "document") + ' ' + member_text(*source, "clause") + ", " +
         member_text(*source, "status") + ", " + member_text(*source, "effective_from") + "…" +
         member_text(*source, "effective_to") + "]";
}

}  // namespace

Json pack_document(const Policy& policy, std::optional<Date> day, Language language) {
  return Writer(policy, day, language).document();
}

std::string pack_text(const Json& document, Language language) {
  const bool zh = language == Language::zh;
  std::string out = member_text(document, "title") + " (" + member_text(document, "id") + ' ' +
                    member_text(document, "version") + ")\n";
  const auto section = [&](std::string_view key, std::string_view in_zh, std::string_view in_en, auto line) {
    out += '\n' + std::string(zh ? in_zh : in_en) + '\n';
    for (const Json& element : *contract::member(document, key)) line(element);
  };
  section("documents", "依据的文件", "Documents", [&](const Json& e) {
    out += "  " + member_text(e, "title") + "  " + member_text(e, "number") + "  [" + member_text(e, "id") +
           ", " + member_text(e, "status") + "]\n";
  });
  section("schemes", "险种", "Schemes", [&](const Json& e) {
    out += "  " + member_text(e, "label") + " (" + member_text(e, "key") + ")  " +
           member_text(e, "effective_from") + "…" + member_text(e, "effective_to") + '\n';
  });
  section("parameters", "参数", "Parameters", [&](const Json& e) {
    out += "  " + member_text(e, "label") + " (" + member_text(e, "id") + ")\n";
    for (const Json& value : e["values"]) out += "    " + member_text(value, "value") + tail(value) + '\n';
  });
  section("tables", "决策表", "Tables", [&](const Json& e) {
    out += "  " + member_text(e, "label") + " (" + member_text(e, "id") + ")\n";
    for (const Json& row : e["rows"]) {
      std::string when;
      for (auto it = row["when"].begin(); it != row["when"].end(); ++it)
        when += (when.empty() ? "" : ", ") + contract::plain(*it);
      out += "    " + when + ": " + member_text(row, "value") + tail(row) + '\n';
    }
  });
  section("benefits", "待遇", "Benefits", [&](const Json& e) {
    out += "  " + member_text(e, "label") + tail(e) + '\n';
    int number = 0;
    for (const Json& step : e["steps"])
      out += "    " + std::to_string(++number) + ". " + step.get<std::string>() + '\n';
  });
  section("scores", "对机构的支付", "Payment of institutions", [&](const Json& e) {
    out += "  " + member_text(e, "label") + tail(e) + '\n';
    int number = 0;
    for (const Json& step : e["steps"])
      out += "    " + std::to_string(++number) + ". " + step.get<std::string>() + '\n';
  });
  section("disease_lists", "病种目录", "Lists of diseases", [&](const Json& e) {
    out += "  " + member_text(e, "id") + (zh ? "：手上有 " : ": in hand ") + member_text(e, "in_hand") + '\n';
    for (const Json& size : e["stated"])
      out += (zh ? "    规定的个数 " : "    stated ") + member_text(size, "value") + tail(size) + '\n';
  });
  section("requirements", "条件", "Requirements", [&](const Json& e) {
    out += "  " + member_text(e, "met") + " (" + member_text(e, "code") + ")" + tail(e) + '\n';
  });
  section("required_documents", "材料", "Documents to bring",
          [&](const Json& e) { out += "  " + member_text(e, "label") + tail(e) + '\n'; });
  section("must_not_be_asked", "不得索要", "Nobody may ask for",
          [&](const Json& e) { out += "  " + member_text(e, "label") + tail(e) + '\n'; });
  section("notes", "说明", "Notes",
          [&](const Json& e) { out += "  " + member_text(e, "text") + tail(e) + '\n'; });
  return out;
}

}  // namespace mingbai::cli
