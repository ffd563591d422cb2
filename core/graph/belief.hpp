#pragma once

#include <span>

#include "graph/stance_graph.hpp"

namespace stancegraph {

/// How far claims support that what they say is so, in (0, 1); 0 for none.
///
/// What an outlet prints once is one report, so of a story only its surest claim counts, and for
/// 0.8 x certainty: the outlet may err too. As many stories as possible are given an outlet of their own, the
/// surest first; these are independent reports and add up to 1 - product of (1 - 0.8 x certainty). The
/// stories that are left repeat an outlet: the surest of them counts for 1/2 of that, the next for 1/4, and
/// so on. A claim more, a surer one, another story or another outlet never lowers it.
///
/// **Source:** G. Shafer, "A Mathematical Theory of Evidence" (1976): discounting by the reliability of a
/// source, Dempster's rule for reports that agree. That copies are no second report: X. L. Dong, L.
/// Berti-Equille, D. Srivastava, "Integrating conflicting data: the role of source dependence" (2009). The
/// 0.8 and the halves are ours.
[[nodiscard]] double support_in(const ClaimTable& table, std::span<const ClaimIndex> indices);

/// Support s for a thing and o for its opposite: s(1 - o) / (1 - s o), in (0, 1). It falls as o grows.
///
/// **Source:** Dempster's rule for two reports that contradict each other, the same book.
[[nodiscard]] double weighed(double support, double opposite);

}  // namespace stancegraph
