#include "indexer/bounded_queue.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <numeric>
#include <optional>
#include <thread>
#include <vector>

using izde::indexer::BoundedQueue;

namespace {

/// Waits however long it takes.
template <typename Item>
std::optional<Item> pop(BoundedQueue<Item>& queue) {
    bool is_over = false;
    return queue.pop(std::chrono::hours(1), is_over);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bounded_queue)

BOOST_AUTO_TEST_CASE(who_waits_in_vain_may_go_on_waiting) {
    BoundedQueue<int> queue(10);
    bool is_over = true;
    BOOST_TEST(!queue.pop(std::chrono::milliseconds(1), is_over).has_value());
    BOOST_TEST(!is_over);
    BOOST_TEST(queue.push(1, 1));
    queue.finish();
    BOOST_TEST(queue.pop(std::chrono::milliseconds(1), is_over).value() == 1);
    BOOST_TEST(!is_over);
    BOOST_TEST(!queue.pop(std::chrono::milliseconds(1), is_over).has_value());
    BOOST_TEST(is_over);
}

BOOST_AUTO_TEST_CASE(all_items_of_many_producers_arrive_and_never_more_bytes_than_the_limit) {
    BoundedQueue<int> queue(10);
    std::atomic<int> inside{0};
    std::atomic<int> highest{0};
    std::vector<std::thread> producers;
    for (int thread = 0; thread < 3; ++thread) {
        producers.emplace_back([&, thread] {
            for (int i = 0; i < 500; ++i) {
                if (!queue.push(thread * 500 + i, 3)) return;
                const int now = ++inside;
                int before = highest;
                while (now > before && !highest.compare_exchange_weak(before, now)) {
                }
            }
        });
    }
    long sum = 0;
    for (int i = 0; i < 1500; ++i) {
        sum += pop(queue).value();
        --inside;
    }
    for (std::thread& producer : producers) producer.join();
    queue.finish();
    BOOST_TEST(!pop(queue).has_value());
    BOOST_TEST(sum == 1500L * 1499 / 2);
    BOOST_TEST(highest <= 3 + 1 + 3);  // three fit; one popped but not yet counted out, three pushed but late
}

BOOST_AUTO_TEST_CASE(an_item_above_the_limit_passes_alone) {
    BoundedQueue<int> queue(10);
    BOOST_TEST(queue.push(1, 1000));
    BOOST_TEST(pop(queue).value() == 1);
}

BOOST_AUTO_TEST_CASE(an_abandoned_queue_frees_every_waiter) {
    BoundedQueue<int> full(1), empty(1);
    BOOST_TEST(full.push(1, 1));
    bool was_taken = true, was_given = true;
    std::thread producer([&] { was_taken = full.push(2, 1); });
    std::thread consumer([&] { was_given = pop(empty).has_value(); });
    full.abandon();
    empty.abandon();
    producer.join();
    consumer.join();
    BOOST_TEST(!was_taken);
    BOOST_TEST(!was_given);
    BOOST_TEST(!pop(full).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
