export type {
  Block,
  Document,
  Figure,
  Inline,
  Inlines,
  Section,
  Table,
  TitleLine,
} from './document.ts';
