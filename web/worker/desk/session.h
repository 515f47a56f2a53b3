#pragma once
// Logging in and out, one request at a time and beside push and pull. Pure: it says what to send next and what an
// answer means; the desk keeps the account.
//
// A register whose account exists already is tried as a login with the same password: the first answer may have been
// lost on its way. A logout on the device is complete at once; ending the session on the server is owed until the server
// confirms it, across restarts (the desk remembers it), and comes before any login.
//
//   session.ask(Login{…}, origin);   if (auto question = session.next(now)) send(*question);
//   auto verdict = session.answer(http, now);

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "core/sync/answer.h"
#include "core/sync/instant.h"
#include "web/worker/desk/origin.h"

namespace mingbai::worker {

struct Question {
  std::string method;
  std::string path;
  std::string body;
  std::string media = {};  // of a body that is no JSON
};

struct Verdict {
  enum class What : std::uint8_t { nothing, logged_in, ended, refused };
  What what = What::nothing;
  Origin origin;
  std::string during;    // register | login
  std::string account;   // logged_in
  std::string code;      // refused
  std::string findings;  // refused: a JSON array, or empty
};

class Session {
 public:
  void ask_register(std::string login, std::string password, Origin);
  void ask_login(std::string login, std::string password, Origin);

  void owe_end() { end_owed_ = true, end_not_before_ = 0; }
  bool end_owed() const { return end_owed_; }
  void hurry() { end_not_before_ = 0; }

  bool is_asking(const Origin&) const;
  bool busy() const { return in_flight_; }

  std::optional<Question> next(sync::Milliseconds now);
  Verdict answer(const sync::HttpAnswer&, sync::Milliseconds now);
  std::optional<sync::Milliseconds> wake_at() const;

 private:
  struct Job {
    bool is_new = false;  // register, not login
    std::string login;
    std::string password;
    Origin origin;
    bool taken = false;  // the account exists: tried as a login now
  };
  Verdict answer_end(const sync::HttpAnswer&, sync::Milliseconds now);
  Verdict answer_job(const sync::HttpAnswer&);

  std::deque<Job> jobs_;
  bool end_owed_ = false;
  bool end_tried_ = false;  // for the login that waits
  sync::Milliseconds end_not_before_ = 0;
  bool in_flight_ = false;
  bool ending_ = false;
};

}  // namespace mingbai::worker
