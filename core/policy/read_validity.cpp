#include <algorithm>

#include "core/policy/reading.h"

namespace mingbai::policy {
namespace {

constexpr std::string_view own_keys[]{"effective_from", "effective_to", "status",
                                      "source",         "note",         "untested"};

Json merged(const Json& element, const Json& entry) {
  Json out = Json::object();
  out.get_ref<Json::object_t&>().reserve(element.size() + entry.size());  // growing, it would copy all again
  for (auto it = element.begin(); it != element.end(); ++it)
    if (it.key() != "validity") out[it.key()] = *it;
  for (auto it = entry.begin(); it != entry.end(); ++it) out[it.key()] = *it;
  return out;
}

}  // namespace

std::vector<Element> expanded(std::vector<Element> elements, std::deque<Json>& kept) {
  if (std::ranges::none_of(elements, [](const Element& e) { return e.has("validity"); })) return elements;
  std::vector<Element> out;
  for (const Element& element : elements) {
    if (!element.has("validity")) {
      out.push_back(element);
      continue;
    }
    for (const auto key : {"effective_from", "effective_to", "status"})
      if (element.has(key)) element.fault(Fault::unknown_key, key, key, {"validity"});
    const auto entries = element.list("validity");
    if (entries.empty()) element.fault(Fault::empty_list, "validity");
    for (const Element& entry : entries) {
      for (auto it = entry.json().begin(); it != entry.json().end(); ++it)
        if (std::ranges::find(own_keys, it.key()) == std::end(own_keys))
          entry.fault(Fault::unknown_key, it.key(), it.key(), {std::begin(own_keys), std::end(own_keys)});
      kept.push_back(merged(element.json(), entry.json()));
      out.emplace_back(kept.back(), element.place(), element.findings());
    }
  }
  return out;
}

}  // namespace mingbai::policy
