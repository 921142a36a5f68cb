#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace izde::indexer {

/// A queue between threads that is bounded by the bytes its items hold, not by their number: a work may have
/// a hundred bytes or a million.
template <typename Item>
class BoundedQueue {
  public:
    explicit BoundedQueue(std::size_t limit_bytes) : limit_(limit_bytes) {}

    /// Waits while the queue is full; an item above the limit is taken when the queue is empty.
    /// False where the queue was abandoned: the item is dropped.
    bool push(Item item, std::size_t bytes) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return is_abandoned_ || items_.empty() || bytes_ + bytes <= limit_; });
        if (is_abandoned_) return false;
        items_.emplace_back(std::move(item), bytes);
        bytes_ += bytes;
        filled_.notify_one();
        return true;
    }

    /// Waits for an item, at most so long; none and `is_over` where the queue is finished and empty, or
    /// abandoned.
    std::optional<Item> pop(std::chrono::milliseconds longest, bool& is_over) {
        std::unique_lock lock(mutex_);
        filled_.wait_for(lock, longest, [&] { return is_abandoned_ || is_finished_ || !items_.empty(); });
        is_over = is_abandoned_ || (is_finished_ && items_.empty());
        if (is_over || items_.empty()) return std::nullopt;
        Item item = std::move(items_.front().first);
        bytes_ -= items_.front().second;
        items_.pop_front();
        room_.notify_all();
        return item;
    }

    /// No more items will come.
    void finish() {
        const std::scoped_lock lock(mutex_);
        is_finished_ = true;
        filled_.notify_all();
    }

    /// Wakes every waiter; nothing is taken or given any more.
    void abandon() {
        const std::scoped_lock lock(mutex_);
        is_abandoned_ = true;
        room_.notify_all();
        filled_.notify_all();
    }

  private:
    const std::size_t limit_;
    std::mutex mutex_;
    std::condition_variable room_, filled_;
    std::deque<std::pair<Item, std::size_t>> items_;
    std::size_t bytes_ = 0;
    bool is_finished_ = false, is_abandoned_ = false;
};

}  // namespace izde::indexer
