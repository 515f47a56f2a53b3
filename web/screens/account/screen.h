#pragma once
// 登录: an account only carries filings to the agency; nothing else needs one. Passwords live in this screen until they
// are sent and are forgotten then.

#include <map>
#include <string>

#include "web/screens/account/binding.h"
#include "web/screens/account/devices.h"
#include "web/screens/context.h"
#include "web/screens/model/device_state.h"

namespace mingbai::screens {

class AccountScreen {
 public:
  bool draw(const Context&);  // true: the other language is asked for
  void on_fault(const Report&, Language);
  void on_state(const DeviceState&);  // the account came or went
  bool on_answer(const ServerAnswer& answer) { return binding_.on_answer(answer) || devices_.on_answer(answer); }

 private:
  void draw_entry(const Context&);
  void draw_signed_in(const Context&);
  void draw_shared(const Context&);
  void share(bool on);
  void send(const Context&);

  std::string mode_ = "login";
  std::string login_;
  std::string password_;
  std::map<std::string, std::string> faults_;
  bool working_ = false;
  bool leaving_ = false;
  bool sharing_ = false;   // asked, because there is something to lose
  std::string shown_for_;  // the account the two below belong to
  BindingForm binding_;
  DeviceList devices_;
};

}  // namespace mingbai::screens
