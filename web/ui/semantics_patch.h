// The difference between two frames' nodes, as JSON for the page's mirror. Pure.
//
//   {"set":[{…node…}],"move":[[id,x,y,w,h],…],"order":[[id,parent],…],"drop":[id,…]}
//
// `set` carries nodes that are new or changed in more than their box, `move` those that only moved, `order`
// all children, in reading order, of those parents whose children are others than before or stand otherwise; a parent comes
// before its children. Keys that hold their default are left out. An empty result means that nothing changed. Ids are unique in a list: a second node with the same id
// is a bug of the screen; `duplicate_id` names the first one, 0 if there is none.
#pragma once

#include <span>
#include <string>

#include "web/ui/semantics.h"

namespace mingbai::ui {

std::string semantics_patch(std::span<const Node> before, std::span<const Node> after);

NodeId duplicate_id(std::span<const Node> nodes);

}  // namespace mingbai::ui
