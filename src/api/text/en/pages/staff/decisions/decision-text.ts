/** What is said of a decision, wherever it is offered or made. */
export interface DecisionText {
  /** The link or button on the request's page. */
  link: string;
  /** Title of the decision's own page. */
  title: string;
  /** What will happen, before anybody presses the button. */
  intro: string;
  button: string;
  /** Said on the request's page afterwards. */
  done: string;
  /** Labels and hints of what it asks for, by the fields' names, and what to say when one was left out. */
  fields?: Record<string, object>;
}
