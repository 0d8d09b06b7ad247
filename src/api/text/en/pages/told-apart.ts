/** By what a request is told apart from another one of the same person. */
export const toldApartText = {
  courtDate: (day: string) => `court or filing date ${day}`,
  between: ' · ',
};
