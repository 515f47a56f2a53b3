#pragma once
// 登录过的设备: where the account is open, and a way to close one of them or all but this. Asked of the server each time.

#include <optional>
#include <string>
#include <vector>

#include "web/screens/context.h"
#include "web/screens/model/account_devices.h"
#include "web/screens/model/server_answer.h"

namespace mingbai::screens {

class DeviceList {
 public:
  bool on_answer(const ServerAnswer&);
  void draw(const Context&);

 private:
  void ask();

  bool asked_ = false, failed_ = false;
  int status_ = -1;
  std::string body_;
};

}  // namespace mingbai::screens
