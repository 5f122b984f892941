import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Runs the rules of veraPDF on one file after another, so that a whole suite needs one machine.
 *
 * <p>Arguments: profiles, such as PDFUA-1 and PDFA-2A. Every line of the standard input is the path
 * of a file. For each it writes one line per broken rule, "profile rule: message", then an empty
 * line. A file that cannot be read breaks the rule "unreadable".
 *
 * <p>The jar that tests find veraPDF in lacks the part of the XML library that reads its profiles,
 * so they are read here.
 */
public final class VeraCheck {
  private static final String PROFILES = "/org/verapdf/pdfa/validation/";
  private static final int SHOWN_FAILURES = 1;

  private VeraCheck() {}

  public static void main(String[] names) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
    for (String name : names) {
      profiles.put(name, profile(name));
    }
    BufferedReader paths =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = paths.readLine(); path != null; path = paths.readLine()) {
      for (Map.Entry<String, ValidationProfile> each : profiles.entrySet()) {
        for (String fault : faults(path, each.getValue())) {
          say(each.getKey() + " " + fault);
        }
      }
      say("");
    }
  }

  private static void say(String line) {
    byte[] bytes = (line.replaceAll("\\s+", " ") + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }

  private static List<String> faults(String path, ValidationProfile profile) {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new File(path), profile.getPDFAFlavour());
        PDFAValidator validator =
            Foundries.defaultInstance()
                .createValidator(profile, SHOWN_FAILURES, false, true, false)) {
      return broken(validator.validate(parser));
    } catch (Exception | Error fault) {
      return List.of("unreadable: " + fault);
    }
  }

  private static List<String> broken(ValidationResult result) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (TestAssertion each : result.getTestAssertions()) {
      if (each.getStatus() == TestAssertion.Status.FAILED) {
        String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
        String place = each.getLocation() == null ? "" : each.getLocation().getContext();
        faults.putIfAbsent(rule, rule + ": " + each.getMessage() + " at " + place);
      }
    }
    if (!result.isCompliant() && faults.isEmpty()) {
      faults.put("", "unknown: the file does not comply");
    }
    return new ArrayList<>(faults.values());
  }

  private static ValidationProfile profile(String name) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root;
    try (InputStream in = Profiles.class.getResourceAsStream(PROFILES + name + ".xml")) {
      root = factory.newDocumentBuilder().parse(in).getDocumentElement();
    }
    Element details = child(root, "details");
    return Profiles.profileFromValues(
        PDFAFlavour.valueOf(root.getAttribute("flavour")),
        Profiles.profileDetailsFromValues(
            text(details, "name"),
            text(details, "description"),
            details.getAttribute("creator"),
            new Date(0)),
        "",
        rules(child(root, "rules")),
        variables(child(root, "variables")));
  }

  private static Set<Rule> rules(Element parent) {
    Set<Rule> rules = new HashSet<>();
    for (Element each : children(parent, "rule")) {
      Element id = child(each, "id");
      Element error = child(each, "error");
      List<ErrorArgument> arguments = new ArrayList<>();
      for (Element argument : children(child(error, "arguments"), "argument")) {
        String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
        arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name, null));
      }
      boolean hasDeferred = each.hasAttribute("deferred");
      rules.add(
          Profiles.ruleFromValues(
              Profiles.ruleIdFromValues(
                  PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                  id.getAttribute("clause"),
                  Integer.parseInt(id.getAttribute("testNumber"))),
              each.getAttribute("object"),
              hasDeferred ? Boolean.valueOf(each.getAttribute("deferred")) : null,
              each.getAttribute("tags"),
              text(each, "description"),
              text(each, "test"),
              Profiles.errorFromValues(text(error, "message"), arguments),
              new ArrayList<>()));
    }
    return rules;
  }

  private static Set<Variable> variables(Element parent) {
    Set<Variable> variables = new HashSet<>();
    for (Element each : children(parent, "variable")) {
      variables.add(
          Profiles.variableFromValues(
              each.getAttribute("name"),
              each.getAttribute("object"),
              text(each, "defaultValue"),
              text(each, "value")));
    }
    return variables;
  }

  private static Element child(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? null : found.get(0);
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    Node at = parent == null ? null : parent.getFirstChild();
    for (; at != null; at = at.getNextSibling()) {
      if (at instanceof Element && name.equals(at.getLocalName())) {
        found.add((Element) at);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    Element found = child(parent, name);
    return found == null ? null : found.getTextContent();
  }
}
