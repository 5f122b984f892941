pragma Singleton
import QtQuick

// The one place from which screen readers are told what nobody asked for (access E14).
QtObject {
    id: root

    // Something that has to be heard now, whatever is being read.
    function interrupt(item: Item, words: string) {
        root.tell(item, words, Accessible.Assertive);
    }
    // Something that is heard when the reader has come to an end.
    function say(item: Item, words: string) {
        root.tell(item, words, Accessible.Polite);
    }
    function tell(item: Item, words: string, how: int) {
        if (words !== "")
            item.Accessible.announce(words, how);
    }
}
