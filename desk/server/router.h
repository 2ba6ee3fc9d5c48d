// SPDX-License-Identifier: Apache-2.0
// Which function answers which path, and what becomes of failures.
#pragma once

#include "desk/server/context.h"
#include "desk/server/guard.h"
#include "desk/server/http/handler.h"

namespace dossier::server {

class Router : public Handler {
 public:
  /// The knowledge must outlive the object.
  Router(Knowledge& knowledge, const ServeOptions& options)
      : options_(options), context_{knowledge, options_}, guard_(options_) {}

  std::optional<Response> refuse(const Request& head) override;
  bool is_long(const Request& request) const override;
  Response answer(const Request& request) override;

 private:
  Response route(const Request& request) const;

  ServeOptions options_;
  Context context_;
  Guard guard_;
};

}  // namespace dossier::server
