// The words of the view. A site adds a language, or says something else, by a classic script before
// this one: `KengashWords = {uz: {…}, en: {label: "Find"}}`.

/** A word for a number: by the plural rules of its language. {n} is the number. */
type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface Words {
  label: string; // of the field and the button
  filters: string;
  kind: string;
  topic: string;
  state: string;
  year: string;
  lang: string;
  every: string; // all values of a facet; all hits, from the box
  clear: string; // search without filters
  all: string; // search in all languages
  sort: string;
  relevance: string;
  date: string;
  searching: string;
  found: Counted;
  hits: string; // {n} the list, for those who hear it
  more: string;
  partial: string; // heading of documents that have some of the words
  inflected: string;
  corrected: string; // {q} is what was searched instead
  instead: string; // {q} is what was written
  also: string; // the document in other languages
  none: string;
  spelling: string;
  failed: string;
  again: string;
  facets?: Record<string, string>; // headings of the site's own facets, by name
}

declare global {
  // eslint-disable-next-line no-var
  var KengashWords: Record<string, Partial<Words>> | undefined;
}

const en: Words = {
  label: "Search",
  filters: "Filters",
  kind: "Kind",
  topic: "Topic",
  state: "State",
  year: "Year",
  lang: "Language",
  every: "Show all",
  clear: "Remove all filters",
  all: "In all languages",
  sort: "Sort by",
  relevance: "relevance",
  date: "date",
  searching: "Searching…",
  found: { one: "{n} result", other: "{n} results" },
  hits: "Results",
  more: "Show more",
  partial: "With some of the words",
  inflected: "No text has exactly this phrase. These have other forms of its words.",
  corrected: "Showing results for “{q}”",
  instead: "Search instead for “{q}”",
  also: "Also in",
  none: "Nothing found for “{q}”",
  spelling: "Check the spelling, or try fewer or other words.",
  failed: "The search could not be loaded. Check the connection.",
  again: "Try again",
};

const ru: Words = {
  label: "Поиск",
  filters: "Фильтры",
  kind: "Вид",
  topic: "Тема",
  state: "Государство",
  year: "Год",
  lang: "Язык",
  every: "Показать все",
  clear: "Снять все фильтры",
  all: "На всех языках",
  sort: "Порядок",
  relevance: "по соответствию",
  date: "по дате",
  searching: "Идёт поиск…",
  found: { one: "{n} результат", few: "{n} результата", other: "{n} результатов" },
  hits: "Результаты",
  more: "Показать ещё",
  partial: "С частью слов запроса",
  inflected: "Точно такой фразы нет. В этих текстах её слова стоят в других формах.",
  corrected: "Показаны результаты по запросу «{q}»",
  instead: "Искать «{q}»",
  also: "Есть также:",
  none: "По запросу «{q}» ничего не найдено",
  spelling: "Проверьте написание, попробуйте убрать или заменить слова.",
  failed: "Поиск не загрузился. Проверьте соединение.",
  again: "Повторить",
};

const zh: Words = {
  label: "搜索",
  filters: "筛选",
  kind: "类型",
  topic: "主题",
  state: "国家",
  year: "年份",
  lang: "语言",
  every: "全部显示",
  clear: "清除所有筛选",
  all: "所有语言",
  sort: "排序",
  relevance: "按相关度",
  date: "按日期",
  searching: "正在搜索…",
  found: { other: "{n} 条结果" },
  hits: "结果",
  more: "显示更多",
  partial: "仅含部分词语",
  inflected: "没有与该短语完全一致的文本，以下文本包含其词语的其他形式。",
  corrected: "显示“{q}”的搜索结果",
  instead: "仍然搜索“{q}”",
  also: "其他语言：",
  none: "未找到与“{q}”相符的内容",
  spelling: "请检查拼写，或减少、更换词语。",
  failed: "搜索未能加载，请检查网络连接。",
  again: "重试",
};

const table: Record<string, Words> = { en, ru, zh };

/** What the view says in one language. */
export class Speech {
  readonly words: Words;
  private readonly plural: Intl.PluralRules;
  private readonly number: Intl.NumberFormat;
  private readonly names: Intl.DisplayNames;

  constructor(readonly lang: string) {
    const tag = locale(lang);
    const known = (l: string): boolean => l in table || l in (globalThis.KengashWords ?? {});
    const key = [lang, lang.split(/[-_]/)[0]!].find(known) ?? "en";
    this.words = { ...(table[key] ?? en), ...globalThis.KengashWords?.[key] };
    this.plural = new Intl.PluralRules(tag);
    this.number = new Intl.NumberFormat(tag);
    this.names = new Intl.DisplayNames(tag, { type: "language", fallback: "code" });
  }

  found(n: number): string {
    const forms = this.words.found;
    return (forms[this.plural.select(n)] ?? forms.other).replace("{n}", this.number.format(n));
  }

  /** The heading of a facet; label is what the index calls it. */
  facet(name: string, label = ""): string {
    const { facets = {}, kind, topic, state, year, lang } = this.words;
    const standard: Record<string, string> = { kind, topic, state, year, lang };
    return facets[name] || label || standard[name] || name;
  }

  quote(word: "corrected" | "instead" | "none", query: string): string {
    return this.words[word].replace("{q}", () => query);
  }

  /** A date as an index has it, in words. */
  date(written: string): string {
    const day = new Date(written); // of UTC, since no hour is written
    const style: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
    if (written.length > 4) {
      style.month = "long";
    }
    if (written.length > 7) {
      style.day = "numeric";
    }
    return Number.isNaN(day.getTime()) ? written : day.toLocaleDateString(locale(this.lang), style);
  }

  numeral(n: number): string {
    return this.number.format(n);
  }

  language(lang: string): string {
    return this.names.of(locale(lang)) ?? lang;
  }
}

/** The name of a language in itself, as a title has it. */
export function ownName(lang: string): string {
  const tag = locale(lang);
  const name = new Intl.DisplayNames(tag, { type: "language", fallback: "code" }).of(tag) ?? lang;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** A language key as a language tag; what is none is taken for English. */
export function locale(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang.replace(/_/g, "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}
