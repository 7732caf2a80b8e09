import { useT } from "../../../i18n/use-t.ts";
import { Icon } from "../icon.tsx";
import type { Column } from "./columns.ts";
import type { Order } from "./use-order.ts";

type TableHeadProps<T> = {
  readonly columns: readonly Column<T>[];
  readonly order: Order | undefined;
  readonly onChoose: (column: string) => void;
};

export const TableHead = <T,>({ columns, order, onChoose }: TableHeadProps<T>) => (
  <thead>
    <tr>
      {columns.map((column) => {
        const direction = order?.column === column.key ? order.direction : undefined;
        return (
          <th
            key={column.key}
            scope="col"
            aria-sort={column.order && (direction ?? "none")}
            data-width={column.width}
            data-from={column.from}
          >
            {column.order ? (
              <SortButton title={column.title} direction={direction} onPress={() => onChoose(column.key)} />
            ) : (
              <span>{column.title}</span>
            )}
          </th>
        );
      })}
    </tr>
  </thead>
);

type SortButtonProps = {
  readonly title: string;
  readonly direction: Order["direction"] | undefined;
  readonly onPress: () => void;
};

const SortButton = ({ title, direction, onPress }: SortButtonProps) => {
  const t = useT();
  return (
    <button type="button" className="p-table__sort" title={t("laptop.sortBy", { title })} onClick={onPress}>
      <span>{title}</span>
      <span className="p-table__arrow" data-direction={direction}>
        <Icon name="down" />
      </span>
    </button>
  );
};
