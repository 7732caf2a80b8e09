import { retentionDays } from "../../../../domain/retention/retention-days.ts";
import { Both } from "../voices.tsx";

const parts = ["what", "who", "howLong", "rights"] as const;

/** What is written down, who reads it, for how long, and that nobody has to answer; taken note of by one tap. */
export const NoticeAnswer = ({ onRead }: { readonly onRead: () => void }) => (
  <>
    {parts.map((part) => (
      <p className="i-ask__text" key={part}>
        <Both say={({ t }) => t(`interview.notice.${part}`, { count: retentionDays.complete })} />
      </p>
    ))}
    <div className="i-ask__answers">
      <button type="button" className="i-ask__answer" data-answer="read" onClick={onRead}>
        <Both say={({ t }) => t("interview.notice.read")} />
      </button>
    </div>
  </>
);
