#pragma once
// Leaving the event loop and coming back: the coroutine waits, another thread works, the loop goes on.
//
//   auto hash = [&] { return password_hash(password); };
//   std::optional<std::string> hashed = co_await offload(pool, std::move(hash));
//
// Work is a named local, never a temporary inside the co_await expression: GCC 12 destroys such temporaries
// twice.

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <type_traits>
#include <utility>

namespace mingbai::server {

namespace asio = boost::asio;

// start(resume): `resume(value)` may be called once, from any thread; the coroutine goes on where it runs.
template <class T, class Start>
asio::awaitable<T> suspended(Start start) {
  auto initiate = [start = std::move(start)](auto handler) mutable {
    auto shared = std::make_shared<decltype(handler)>(std::move(handler));
    start([shared](T value) mutable {
      auto executor = asio::get_associated_executor(*shared);
      auto kept = std::make_shared<T>(std::move(value));
      asio::post(executor, [shared, kept]() mutable { std::move (*shared)(std::move(*kept)); });
    });
  };
  constexpr asio::use_awaitable_t<> token;
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(T)>(std::move(initiate), token);
}

template <class Work>
asio::awaitable<std::invoke_result_t<Work>> offload(asio::thread_pool& pool, Work work) {
  using T = std::invoke_result_t<Work>;
  auto start = [&pool, work = std::move(work)](auto resume) mutable {
    asio::post(pool, [work = std::move(work), resume = std::move(resume)]() mutable { resume(work()); });
  };
  co_return co_await suspended<T>(std::move(start));
}

}  // namespace mingbai::server
