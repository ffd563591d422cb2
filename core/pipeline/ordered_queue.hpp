#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <queue>
#include <utility>

namespace stancegraph {

/// How much may be on its way between `push` and `next`.
struct QueueLimits {
    std::size_t jobs = 32;
    std::size_t weight = 64U << 20U;  ///< A single heavier job still gets through, alone.
};

/// Hands jobs to any number of threads and gives their results back in the order of the jobs, whoever was
/// first. One thread pushes, one reads the results; the workers pop and finish.
template <typename Job, typename Result>
class OrderedQueue {
public:
    using Ticket = std::uint64_t;

    explicit OrderedQueue(QueueLimits limits) : limits_(limits) {}

    /// Waits for room. False when the queue was cancelled; the job is dropped then.
    bool push(Job job, std::size_t weight) {
        std::unique_lock lock(mutex_);
        has_room_.wait(lock, [&] {
            return is_cancelled_ || on_way_ == 0 ||
                   (on_way_ < limits_.jobs && weight_ + weight <= limits_.weight);
        });
        if (is_cancelled_) {
            return false;
        }
        jobs_.push({next_ticket_, std::move(job), weight});
        ++next_ticket_;
        ++on_way_;
        weight_ += weight;
        has_job_.notify_one();
        return true;
    }

    /// No more jobs will come.
    void close() {
        const std::lock_guard lock(mutex_);
        is_closed_ = true;
        has_job_.notify_all();
        has_result_.notify_all();
    }

    /// Wakes everybody up and ends their work: for when the reader of the results gives up.
    void cancel() {
        const std::lock_guard lock(mutex_);
        is_cancelled_ = true;
        has_room_.notify_all();
        has_job_.notify_all();
        has_result_.notify_all();
    }

    /// The next job with its ticket; nothing when there will be no more.
    std::optional<std::pair<Ticket, Job>> pop() {
        std::unique_lock lock(mutex_);
        has_job_.wait(lock, [&] { return is_cancelled_ || is_closed_ || !jobs_.empty(); });
        if (is_cancelled_ || jobs_.empty()) {
            return std::nullopt;
        }
        Waiting waiting = std::move(jobs_.front());
        jobs_.pop();
        weights_[waiting.ticket] = waiting.weight;
        return std::pair(waiting.ticket, std::move(waiting.job));
    }

    void finish(Ticket ticket, Result result) {
        const std::lock_guard lock(mutex_);
        results_.emplace(ticket, std::move(result));
        has_result_.notify_one();
    }

    /// The result of the next job in order; nothing after the last.
    std::optional<Result> next() {
        std::unique_lock lock(mutex_);
        has_result_.wait(lock, [&] {
            return is_cancelled_ || results_.contains(next_result_) ||
                   (is_closed_ && next_result_ == next_ticket_);
        });
        const auto found = results_.find(next_result_);
        if (is_cancelled_ || found == results_.end()) {
            return std::nullopt;
        }
        Result result = std::move(found->second);
        results_.erase(found);
        weight_ -= weights_[next_result_];
        weights_.erase(next_result_);
        --on_way_;
        ++next_result_;
        has_room_.notify_one();
        return result;
    }

private:
    struct Waiting {
        Ticket ticket = 0;
        Job job;
        std::size_t weight = 0;
    };

    QueueLimits limits_;
    std::mutex mutex_;
    std::condition_variable has_room_;
    std::condition_variable has_job_;
    std::condition_variable has_result_;
    std::queue<Waiting> jobs_;
    std::map<Ticket, Result> results_;
    std::map<Ticket, std::size_t> weights_;  ///< Of jobs that were taken and whose result was not read.
    Ticket next_ticket_ = 0;
    Ticket next_result_ = 0;
    std::size_t on_way_ = 0;
    std::size_t weight_ = 0;
    bool is_closed_ = false;
    bool is_cancelled_ = false;
};

}  // namespace stancegraph
