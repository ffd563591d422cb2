#include "match/mention.hpp"

#include <algorithm>

namespace stancegraph {

const SlotValue* Mention::find(std::string_view slot) const {
    const auto found = std::ranges::find(slots, slot, &SlotValue::name);
    return found == slots.end() ? nullptr : &*found;
}

}  // namespace stancegraph
