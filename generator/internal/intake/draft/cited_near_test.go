package draft_test

import "testing"

// TestCitedBeforeDay reads documents and earlier meetings of all kinds that stand at once before
// their day, and takes no event and no term for one.
func TestCitedBeforeDay(t *testing.T) {
	const ru, en = "Протокол заседания от 4 мая 2026 года\n\n1. Дела\n\n", "Minutes of the meeting of 4 May 2026\n\n1. Business\n\n"
	cite(t, []citing{
		{ru + "Рассмотрев проект правил, внесённый портом письмом от 27 марта 2026 года № 04-118, Совет одобрил их.\n", []string{"Письмо № 04-118 2026-03-27"}},
		{ru + "Проект схемы причала (вх. № 517 от 24.03.2026) члены группы получили.\n", []string{"Проект схемы причала 2026-03-24"}},
		{ru + "Утвердить ТЗ в редакции от 02.04.2026 с поправкой по п. 4.3.\n", []string{"ТЗ 2026-04-02"}},
		{ru + "Совет отметил, что из девяти решений, принятых 16 октября 2025 года в г. Майске, выполнены семь.\n", []string{"Решения 2025-10-16"}},
		{ru + "Принять к сведению отчёт о решениях второго заседания Совета (Майск, 23 октября 2025 года).\n", []string{"Протокол заседания от 23 октября 2025 года 2025-10-23"}},
		{ru + "Внести изменения в Правила порядка, утверждённые Учёным советом 29.08.2023 (протокол № 1).\n", []string{"Правила порядка 2023-08-29"}},
		{ru + "В просьбе отказать, так как собрание 22 мая 2024 г. запретило кондиционеры.\n", []string{"Протокол собрания от 22 мая 2024 г. 2024-05-22"}},
		{ru + "Лукин голосует по доверенности от 7 ноября 2025 г.\n", []string{"Доверенность 2025-11-07"}},
		{ru + "Забивку продолжать по утверждённому графику от 12.01.2026.\n", []string{"График 2026-01-12"}},
		{ru + "Акт осмотра узла подписан 9 апреля 2026 г. обеими сторонами.\n", []string{"Акт осмотра узла 2026-04-09"}},
		{ru + "Письменное мнение Крамского О.Е. от 24 марта 2026 года оглашено.\n", []string{"Письменное мнение Крамского О.Е. 2026-03-24"}},
		{ru + "Есть акт осмотра от 27.03.2026.\n", []string{"Акт осмотра 2026-03-27"}},
		{ru + "Обсудили пожар 3 апреля 2026 года и жалобу жильцов, поступившую 5 апреля 2026 года.\n", nil},
		{ru + "Собрание 22 апреля 2026 года прошло спокойно, задолженность на 1 апреля 2026 года выросла.\n", nil},
		{ru + "Срок действия договора истёк 12 апреля 2026 года.\n", nil},
		{ru + "План был выполнен до 1 апреля 2026 года.\n", nil},
		{en + "The plan follows the TSC roadmap of 15 March 2026.\n", []string{"TSC roadmap 2026-03-15"}},
		{en + "Ann explained the landlord's offer of 18 December 2025.\n", []string{"Offer 2025-12-18"}},
		{en + "The Council noted the work done since the tenth session, held on 20 November 2025.\n", []string{"Minutes of the tenth session of 20 November 2025 2025-11-20"}},
		{en + "The record of the first round (Mayport, 18 September 2025) was approved.\n", []string{"Minutes of the first round of 18 September 2025 2025-09-18"}},
		{en + "Of the twelve decisions taken in Mayport on 22 October 2025, nine had been carried out.\n", []string{"Decisions 2025-10-22"}},
		{en + "An erratum will be issued against draft-08 of 15 January 2026.\n", []string{"Draft-08 2026-01-15"}},
		{en + "Revised text (version 4, dated 1 April 2026) adopted without discussion.\n", []string{"Revised text 2026-04-01"}},
		{en + "This Protocol was done in Mayport on 4 May 2026 in one copy.\n", nil},
		{en + "The fire of 3 April 2026 was discussed, and the complaints of 5 April 2026.\n", nil},
		{en + "Penny laid the accounts for the year to 31 March 2026 before us.\n", nil},
		{en + "The plan was changed after the storm of 31 March 2026.\n", nil},
		{en + "The last meeting was on 31 March 2026.\n", nil},
	})
}
