#pragma once
// The clock behind the sweep (core/store/sweep.h): looks once a second whether anything is due and, when
// there is, has the writer bring it about in small parts, so that nobody who pushes meanwhile waits long. At
// the start it first adopts filings of earlier schemas.

#include <boost/asio/awaitable.hpp>

namespace mingbai::server {

struct Services;

boost::asio::awaitable<void> sweep_for_ever(Services&);

}  // namespace mingbai::server
