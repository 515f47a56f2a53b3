#pragma once
// 依据: the rules of a place as a document one can read and search, and the documents they rest on. A source chip leads to a
// document and its clause. Routes: #/rules?in=PACK&rule=PACK/ID, #/rules?document=ID&clause=三(五), #/rules?part=documents.

#include <optional>
#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/route.h"
#include "web/screens/model/rule_book.h"

namespace mingbai::screens {

class RulesScreen {
 public:
  void open(const Route&);
  void draw(const Context&);

 private:
  void refresh(const Context&);
  void search();
  bool opened() const { return !rule_.empty() || !document_.empty(); }
  std::string link_to(const Rule&) const;

  void draw_parts(const Context&);
  void draw_query(const Context&);
  void draw_list(const Context&);
  void draw_opened(int level, const Context&);
  void draw_cited(const Context&);

  std::string part_ = "rules", pack_, rule_, document_, clause_;
  std::string words_, standing_ = "all";
  RuleBook book_;
  std::vector<const Rule*> found_;
  std::string read_pack_;
  Language read_in_ = Language::zh;
  Date read_on_;
};

// One rule: what it says, when it holds and on what it rests, who uses it.
// `level` is that of its heading.
void draw_rule(const Rule&, int level, const Context&);
void draw_document(const DocumentName&, bool opened, int level, const Context&);

}  // namespace mingbai::screens
