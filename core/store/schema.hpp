#pragma once

#include "store/database.hpp"

namespace stancegraph {

/// Makes the tables of an empty file. Throws StoreFault where the file belongs to another program (damaged)
/// or to a newer version of this one (newer).
void prepare_schema(Database& database);
/// The same check for a file that is only read.
void check_schema(Database& database);

}  // namespace stancegraph
