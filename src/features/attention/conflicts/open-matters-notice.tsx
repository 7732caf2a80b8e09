import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";

type Props = { readonly title: string; readonly href: string; readonly open: string };

/** Something waits for a person to settle it, and this is the way there. */
export const OpenMattersNotice = ({ title, href, open }: Props) => (
  <Notice
    kind="warning"
    title={title}
    action={
      <LinkButton href={href} icon="forward">
        {open}
      </LinkButton>
    }
  />
);
