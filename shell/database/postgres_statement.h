#pragma once
// A statement of the Database port over PostgreSQL: its first step() runs it and fetches all its rows, in
// binary form; the others walk over them. What is not bound is null.

#include "shell/database/postgres_link.h"

namespace mingbai::database {

// Where a statement's rows come from.
class Rows {
 public:
  virtual ~Rows() = default;
  virtual store::Result<ResultRows> query(const Translated&, const std::vector<Parameter>&) = 0;
};

class PostgresStatement final : public store::Statement {
 public:
  PostgresStatement(Rows& rows, Translated statement)
      : rows_(rows),
        statement_(std::move(statement)),
        values_(static_cast<std::size_t>(statement_.parameters)) {}

  void bind(int parameter, std::int64_t value) override;
  void bind(int parameter, std::string_view text) override;
  void bind_blob(int parameter, std::string_view bytes) override;
  void bind_null(int parameter) override;

  store::Result<bool> step() override;
  void reset() override;

  bool is_null(int column) override;
  std::int64_t integer(int column) override;
  std::string text(int column) override;

 private:
  void put(int parameter, Parameter value);
  std::string_view bytes(int column) const;

  Rows& rows_;
  Translated statement_;
  std::vector<Parameter> values_;
  bool misbound_ = false;
  ResultRows result_;
  int row_ = 0;
};

}  // namespace mingbai::database
