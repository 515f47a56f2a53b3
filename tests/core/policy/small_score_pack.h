#pragma once
// The small invented pack, with payment by score: a coefficient by class, points per RW, one disease with
// coefficients of its own.

#include "tests/core/policy/small_pack.h"

namespace mingbai::test {

inline SmallPack small_score_pack() {
  SmallPack pack;
  pack.change("facts.json", "[", R"([
      {"name": "case.provider.class", "type": "enum", "domain": [{"key": "low", "label": {"zh": "低", "en": "low"}}, {"key": "high", "label": {"zh": "高", "en": "high"}}], "label": {"zh": "类别", "en": "Class"}, "scope": ["case"]},
      {"name": "case.treatment", "type": "enum", "domain": [{"key": "surgical", "label": {"zh": "手术", "en": "surgical"}}], "label": {"zh": "治疗", "en": "Treatment"}, "scope": ["case"]},
      {"name": "case.rw", "type": "decimal", "label": {"zh": "RW", "en": "RW"}, "scope": ["case"]},)");
  pack.change("sample/parameters.json", "[", R"([
      {"id": "per_rw", "label": {"zh": "分值", "en": "Points"}, "unit": "decimal", "values": [{"value": "1000", "source": {"document": "rule", "clause": "8"}}]},)");
  pack.change("sample/tables.json", "[", R"([
      {"id": "by_class", "label": {"zh": "系数", "en": "Coefficient"}, "output": "decimal", "inputs": ["case.provider.class"], "rows": [
        {"when": {"case.provider.class": "low"}, "value": "0.5", "source": {"document": "rule", "clause": "8"}},
        {"when": {"case.provider.class": "high"}, "value": "1", "source": {"document": "rule", "clause": "8"}}]},
      {"id": "points", "label": {"zh": "点值", "en": "Point"}, "output": "decimal", "inputs": ["insured.scheme"], "rows": [
        {"value": "9.5", "source": {"document": "rule", "clause": "8"}}]},)");
  pack.set("sample/scores.json", R"([
      {"id": "score", "label": {"zh": "分值", "en": "Score"}, "subject": "case", "ladder": [["low"], ["high"]], "source": {"document": "rule", "clause": "8"}, "steps": [
        {"step": "base_score", "kind": "base_score", "label": {"zh": "病种", "en": "Disease"}, "parameter": "per_rw"},
        {"step": "own", "kind": "cascade", "label": {"zh": "自己的", "en": "Own"}},
        {"step": "class", "kind": "coefficient", "label": {"zh": "类别", "en": "Class"}, "table": "by_class"},
        {"step": "payment", "kind": "point_value", "label": {"zh": "付", "en": "Paid"}, "table": "points"}]}])");
  pack.set("sample/catalogues/dip_groups.json",
           R"({"id": "dip_groups", "complete": true, "source": {"document": "rule", "clause": "8"},
      "sizes": [{"size": 1, "share": "100%", "treatments": ["surgical"], "source": {"document": "rule", "clause": "8"}}],
      "members": [{"code": "A01:op", "label": {"zh": "病", "en": "Disease"}, "diagnosis": "A01", "procedures": [{"label": "op", "codes": ["1.2"]}],
        "treatment": "surgical", "score": "700", "coefficients": [{"class": "high", "value": "0.9"}], "source": {"document": "rule", "clause": "8"}}]})");
  return pack;
}

}  // namespace mingbai::test
