pragma Singleton
import QtQuick
import Kiosk.Backend

// Tokens as typed values. Every length comes from millimetres; see assets/theme/tokens.toml.
QtObject {
    id: root

    readonly property int revision: ThemeSource.revision

    readonly property string family: "Source Sans 3"
    readonly property real lineBody: root.number("font", "line_body")
    readonly property real lineList: root.number("font", "line_list")
    // The air between two lines of prose stands above and below a single line too: distance of rows.
    readonly property int lineAir: Math.round((root.lineBody - root.lineList) * root.bodyPx)
    readonly property real lineName: root.number("font", "line_name")
    readonly property real naturalLine: root.number("font", "natural_line_em")

    readonly property int bodyPx: root.font("body")
    readonly property int supportPx: root.font("support")
    readonly property int h1Px: root.font("h1")
    readonly property int h2Px: root.font("h2")
    readonly property int staffBodyPx: root.font("staff.body")
    readonly property int staffSupportPx: root.font("staff.support")
    readonly property int staffH1Px: root.font("staff.h1")
    readonly property int staffH2Px: root.font("staff.h2")

    readonly property color page: root.colour("page")
    readonly property color surface: root.colour("surface")
    readonly property color tint: root.colour("tint")
    readonly property color text: root.colour("text")
    readonly property color textSupport: root.colour("text_support")
    readonly property color border: root.colour("border")
    readonly property color borderSubtle: root.colour("border_subtle")
    readonly property color action: root.colour("action")
    readonly property color actionPressed: root.colour("action_pressed")
    readonly property color actionText: root.colour("on_action")
    readonly property color answerPressed: root.colour("answer_pressed")
    readonly property color selected: root.colour("selected")
    readonly property color selectedBorder: root.colour("selected_border")
    readonly property color focus: root.colour("focus")
    readonly property color warnBg: root.colour("warn_bg")
    readonly property color warnText: root.colour("warn_text")
    readonly property color dangerBg: root.colour("danger_bg")
    readonly property color dangerText: root.colour("danger_text")

    readonly property bool isCompact: root.revision >= 0 && ThemeSource.isCompact()
    readonly property bool isLaptop: root.revision >= 0 && ThemeSource.isLaptop()
    readonly property bool isKiosk: root.revision >= 0 && ThemeSource.isKiosk()
    readonly property bool isPortrait: root.revision >= 0 && ThemeSource.isPortrait()
    readonly property bool isExtraLarge: root.revision >= 0 && ThemeSource.isExtraLarge()
    readonly property bool isLarge: root.revision >= 0 && ThemeSource.isLarge()
    readonly property bool isHighContrast: root.revision >= 0 && ThemeSource.isHighContrast()

    readonly property int xs: root.px(root.number("space", "xs"))
    readonly property int s: root.px(root.number("space", "s"))
    readonly property int m: root.px(root.number("space", "m"))
    readonly property int l: root.px(root.number("space", "l"))
    readonly property int xl: root.px(root.number("space", "xl"))
    readonly property int margin: root.px(root.deviceNumber("space", "margin"))
    readonly property int staffMargin: root.px(11)
    readonly property int cardPaddingSide: root.px(root.deviceNumber("space", "card_padding_side"))
    readonly property int buttonPadding: root.px(root.isExtraLarge ? 4 : root.number("space", "button_padding_side"))

    readonly property int radiusButton: root.px(root.number("radius", "button"))
    readonly property int radiusCard: root.px(root.number("radius", "card"))
    readonly property int radiusTile: root.px(root.number("radius", "tile"))
    readonly property int radiusStaff: root.px(root.number("radius", "staff"))
    readonly property int radiusPaper: root.px(root.number("radius", "paper"))

    readonly property int hairline: root.target(root.number("border", "hairline"))
    readonly property int rule: root.target(root.number("border", "rule"))
    readonly property int panelBorder: root.target(root.number("border", "panel"))
    readonly property int controlBorder: root.target(root.number("border", "control"))
    readonly property int selectedWidth: root.target(root.number("border", "selected"))

    readonly property int focusWidth: root.target(root.number("focus", "width"))
    readonly property int staffFocusWidth: root.target(0.6)
    readonly property int focusGap: root.target(root.number("focus", "gap"))

    readonly property int targetFloor: root.target(root.number("target", "floor"))
    readonly property int targetOrdinary: root.target(root.number("target", "ordinary"))
    readonly property int targetPrimary: root.target(root.number("target", "primary"))
    readonly property int targetGap: root.px(root.isLaptop ? 4 : root.number("target", "gap"))
    readonly property int keyWidth: root.target(root.number("target", "primary"))
    readonly property int keyHeight: root.target(root.isExtraLarge ? 21.5 : root.number("target", "primary"))
    readonly property int keyGap: root.target(root.deviceNumber("target", "gap_keys"))
    readonly property int staffButton: root.target(root.number("target", "staff_button"))
    readonly property int staffPrimary: root.target(root.number("target", "staff_primary"))
    readonly property int staffRow: root.target(root.number("target", "staff_row"))

    readonly property int headerHeight: root.px(root.deviceNumber("frame", "header"))
    readonly property int actionRowHeight: root.px(root.deviceNumber("frame", "action_row"))
    readonly property int helpStripHeight: root.isCompact ? 0 : Math.max(root.px(root.deviceNumber("frame", "help_strip")), Math.round(root.supportPx * 1.45))
    readonly property int staffBar: root.px(root.number("frame", "staff_bar"))

    readonly property int wobble: root.target(root.number("motion", "wobble"))
    readonly property int pressHoldMs: ThemeSource.pressHoldMs()

    // Pixels of the longest line of prose that the eye finds its way back from.
    function lineWidth(fontPx: int): int {
        return Math.floor(root.number("font", "max_chars_per_line") * root.number("font", "char_em") * fontPx);
    }
    function number(table: string, key: string): real {
        return root.revision >= 0 ? ThemeSource.number(table, key) : 0;
    }
    function deviceNumber(table: string, key: string): real {
        return root.revision >= 0 ? ThemeSource.deviceNumber(table, key) : 0;
    }
    function colour(role: string): string {
        return root.revision >= 0 ? ThemeSource.colour(role) : "";
    }
    function font(role: string): int {
        return root.revision >= 0 ? ThemeSource.fontPx(role) : 0;
    }
    function px(mm: real): int {
        return root.revision >= 0 ? ThemeSource.px(mm) : 0;
    }
    function target(mm: real): int {
        return root.revision >= 0 ? ThemeSource.targetPx(mm) : 0;
    }
}
