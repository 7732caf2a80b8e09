declare module "virtual:validator-text" {
  const text: string;
  export default text;
}
