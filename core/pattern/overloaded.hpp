#pragma once

namespace stancegraph::pattern {

/// Several lambdas as one visitor for std::visit.
template <typename... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

}  // namespace stancegraph::pattern
