#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "pipeline/ordered_queue.hpp"

using namespace stancegraph;

namespace {

using Queue = OrderedQueue<int, int>;

void work(Queue& queue) {
    while (const auto job = queue.pop()) {
        // The later the job, the sooner it is done: order is not there by chance.
        std::this_thread::sleep_for(std::chrono::microseconds(200 - 10 * (job->second % 20)));
        queue.finish(job->first, job->second * job->second);
    }
}

std::vector<int> squares(int count, std::size_t threads, QueueLimits limits) {
    Queue queue(limits);
    std::vector<std::jthread> workers;
    std::vector<int> results;
    std::jthread producer([&] {
        for (int job = 0; job < count; ++job) {
            queue.push(job, static_cast<std::size_t>(job));
        }
        queue.close();
    });
    for (std::size_t worker = 0; worker < threads; ++worker) {
        workers.emplace_back([&] { work(queue); });
    }
    while (const auto result = queue.next()) {
        results.push_back(*result);
    }
    return results;
}

}  // namespace

TEST_CASE("results come in the order of the jobs, for any number of threads and any limit", "[pipeline]") {
    constexpr int kJobs = 200;
    std::vector<int> expected;
    for (int job = 0; job < kJobs; ++job) {
        expected.push_back(job * job);
    }
    const auto threads = GENERATE(1U, 2U, 8U);
    const auto limits = GENERATE(QueueLimits{.jobs = 1, .weight = 1}, QueueLimits{.jobs = 4, .weight = 100},
                                 QueueLimits{.jobs = 1000, .weight = 1U << 30U});
    INFO(threads << " threads, " << limits.jobs << " jobs, weight " << limits.weight);
    CHECK(squares(kJobs, threads, limits) == expected);
}

TEST_CASE("no jobs give no results", "[pipeline]") {
    CHECK(squares(0, 2, {}).empty());
}

TEST_CASE("at most the limit is on its way between push and next", "[pipeline]") {
    Queue queue({.jobs = 3, .weight = 1000});
    std::atomic<int> pushed = 0;
    std::jthread producer([&] {
        for (int job = 0; job < 10 && queue.push(job, 1); ++job) {
            ++pushed;
        }
    });
    while (pushed < 3) {
        std::this_thread::yield();
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    CHECK(pushed == 3);
    queue.cancel();
}

TEST_CASE("cancelling wakes everybody", "[pipeline]") {
    Queue queue({.jobs = 1, .weight = 1});
    std::jthread producer([&] {
        while (queue.push(1, 1)) {
        }
    });
    std::jthread reader([&] { CHECK_FALSE(queue.next().has_value()); });
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    queue.cancel();
    CHECK_FALSE(queue.pop().has_value());
}
