#include "workbench/places.hpp"

#include <fmt/format.h>

namespace stancegraph {

std::string place_of(const Location& location) {
    if (location.file == nullptr) {
        return "?";
    }
    const std::string& name = location.file->name();
    return fmt::format("{}:{}", name.substr(name.rfind('/') + 1),
                       location.file->place_of(location.span.begin).line);
}

}  // namespace stancegraph
