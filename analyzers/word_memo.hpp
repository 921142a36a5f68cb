#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace izde::analyzers {

/// What was made of a word, remembered: legal prose says few words again and again. Keys and texts stand side
/// by side in one string and slots in one table, so that a word that is known costs two cache lines; beside a
/// map of strings it halves the time of a look-up on 29 MB of law. It grows with what it holds (a query's
/// snippets analyze a few dozen words each), and when it is full it forgets everything at once. Belongs to
/// one thread.
template <typename Value>
class WordMemo {
    static_assert(std::is_trivially_copyable_v<Value>);

  public:
    /// What is remembered of a word. Valid until the next call of insert().
    struct Known {
        const Value* value = nullptr;  ///< null: the word is not known
        const char* texts = nullptr;   ///< what insert() was given; its length is for Value to tell
    };

    /// `capacity` is a power of two: the most words that are remembered at a time.
    explicit WordMemo(std::size_t capacity) : capacity_(capacity), slots_(kFirstSlots) {}

    Known find(std::string_view key) const {
        const Slot& slot = slots_[place_of(key, hash_of(key))];
        return slot.hash == 0 ? Known{} : known(slot);
    }

    /// Remembers `value` and the bytes of `texts` for a key that is not known.
    Known insert(std::string_view key, const Value& value, std::string_view texts) {
        if (size_ == capacity_) clear();
        if (++size_ * 2 > slots_.size()) grow();
        const std::uint32_t hash = hash_of(key);
        Slot& slot = slots_[place_of(key, hash)];
        slot = {hash, static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(key.size()),
                value};
        bytes_ += key;
        bytes_ += texts;
        return known(slot);
    }

  private:
    static constexpr std::size_t kFirstSlots = 128;

    struct Slot {
        std::uint32_t hash = 0;  ///< 0: empty
        std::uint32_t begin = 0, key_size = 0;
        Value value{};
    };

    static std::uint32_t hash_of(std::string_view key) {
        return static_cast<std::uint32_t>(std::hash<std::string_view>{}(key)) | 1U;
    }

    /// The slot of the key, or the empty one where it belongs. Half of the slots are empty, so one is met
    /// soon.
    std::size_t place_of(std::string_view key, std::uint32_t hash) const {
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t place = (hash >> 1U) & mask;; place = (place + 1) & mask) {
            const Slot& slot = slots_[place];
            if (slot.hash == 0) return place;
            if (slot.hash == hash && key == std::string_view(bytes_).substr(slot.begin, slot.key_size))
                return place;
        }
    }

    void grow() {
        std::vector<Slot> before(slots_.size() * 2);
        before.swap(slots_);
        for (const Slot& slot : before) {
            if (slot.hash == 0) continue;
            slots_[place_of(std::string_view(bytes_).substr(slot.begin, slot.key_size), slot.hash)] = slot;
        }
    }

    Known known(const Slot& slot) const { return {&slot.value, bytes_.data() + slot.begin + slot.key_size}; }

    void clear() {
        bytes_.clear();
        slots_.assign(slots_.size(), {});
        size_ = 0;
    }

    std::size_t capacity_, size_ = 0;
    std::string bytes_;
    std::vector<Slot> slots_;
};

}  // namespace izde::analyzers
