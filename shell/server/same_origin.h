#pragma once
// Whether a request that changes something comes from this site's own pages. Refused is everything that does
// not say so: the browser's Origin must name this Host, or Sec-Fetch-Site must be same-origin. With both,
// both must agree.

#include "shell/server/http.h"

namespace mingbai::server {

bool is_same_origin(const Request&);

}  // namespace mingbai::server
