#include "core/policy/reading.h"

namespace mingbai::policy {

void read_schemes(Reading& reading, const Element& pack) {
  for (const Element& element : pack.list("schemes")) {
    element.only({"key", "label", "effective_from", "effective_to", "note"});
    Scheme out{element.text("key"), element.words("label"), read_period(element, {})};
    if (reading.policy.scheme(out.key) != nullptr) element.fault(Fault::pack_duplicate_id, "key", out.key);
    reading.policy.schemes.push_back(std::move(out));
  }
}

void read_document(Reading& reading, const Element& element) {
  element.only({"id", "title", "title_en", "short", "short_en", "number", "issuer", "issued", "published",
                "kind", "status", "effective_from", "effective_to", "note"});
  Document out;
  out.id = element.text("id");
  out.title.zh = element.text("title");
  out.title.en = element.text_or("title_en", out.title.zh);
  out.short_title.zh = element.text_or("short", out.title.zh);
  out.short_title.en = element.text_or("short_en", out.short_title.zh);
  out.number = element.text_or("number", "");
  out.issuer = element.text_or("issuer", "");
  out.issued = element.date("issued");
  out.published = element.date("published");
  out.kind = element.text_or("kind", "");
  out.status = parse_status(element.one_of("status", status_keys())).value_or(Status::assumed);
  out.effective = read_period(element, {});
  out.note = element.words_or_none("note");
  if (reading.policy.document(out.id) != nullptr) element.fault(Fault::pack_duplicate_id, "id", out.id);
  reading.policy.documents.push_back(std::move(out));
}

}  // namespace mingbai::policy
