/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-header-words.h"

#include "pz-header-words-private.h"
#include "pz-roster-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;       /* as in the model, and on the command line */
  const char *label;      /* for people */
  const char *translated; /* header words in the language of the program */
  const char *words;      /* header words in every language */
} Field;

typedef struct
{
  PzTableField field;
  guint rank;
} Meaning;

/* en de fr es it pt nl da nb sv pl ar; the most telling word first, as it wins over the later ones */
static const Field fields[PZ_TABLE_N_FIELDS] = {
  [PZ_TABLE_LEAVE_OUT] = { "leave-out", N_("Leave out"), NULL, "" },
  [PZ_TABLE_FULL_NAME] = { "full-name", N_("Full name"),
    /* Translators: this list and its like are words that stand above the columns of class lists in your language;
     * separate them by semicolons, the most usual first, as many as you know. They are read, never shown. */
    NC_("words above a column", "full name;name;student;learner"),
    "full name;student name;learner name;pupil name;name;student;learner;pupil;schülername;schülerin/schüler;schüler;"
    "schülerin;nom complet;nom et prénom;nom prénom;élève;nombre completo;apellidos y nombre;apellidos, nombre;alumno;"
    "alumna;alumno/a;nome completo;cognome e nome;nome e cognome;alunno;aluno;naam;volledige naam;leerling;navn;"
    "fulde navn;fullt navn;elev;elevnavn;namn;fullständigt namn;elevnamn;imię i nazwisko;nazwisko i imię;uczeń;"
    "الاسم الكامل;اسم الطالب;الاسم;الطالب" },
  [PZ_TABLE_GIVEN_NAME] = { "given-name", N_("Given name"), NC_("words above a column", "given name;first name"),
    "given name;first name;forename;first;student first name;vorname;vornamen;prénom;prénoms;nombre;nombres;nome;"
    "nome próprio;primeiro nome;voornaam;roepnaam;fornavn;fornavne;förnamn;imię;imiona;الاسم الأول;الاسم الشخصي" },
  [PZ_TABLE_FAMILY_NAME] = { "family-name", N_("Family name"),
    NC_("words above a column", "family name;last name;surname"),
    "family name;last name;surname;last;student last name;nachname;familienname;zuname;nom de famille;nom;apellidos;"
    "apellido;primer apellido;cognome;apelido;apelidos;sobrenome;achternaam;familienaam;efternavn;etternavn;"
    "efternamn;nazwisko;اسم العائلة;اللقب;الكنية" },
  [PZ_TABLE_PREFERRED_NAME] = { "preferred-name", N_("Preferred name"),
    NC_("words above a column", "preferred name;nickname"),
    "preferred name;preferred first name;preferred given name;nickname;known as;rufname;spitzname;prénom usuel;"
    "prénom d'usage;nombre preferido;nome preferito;nome preferido;nome social;voorkeursnaam;kaldenavn;kallenavn;"
    "tilltalsnamn;preferowane imię;الاسم المفضل" },
  [PZ_TABLE_MIDDLE_NAME] = { "middle-name", N_("Middle name"), NC_("words above a column", "middle name"),
    "middle name;middle;middle names;second name;zweiter vorname;deuxième prénom;segundo nombre;secondo nome;"
    "nome do meio;tweede naam;mellemnavn;mellomnavn;mellannamn;drugie imię;الاسم الأوسط;اسم الأب" },
  [PZ_TABLE_PRONOUNS] = { "pronouns", N_("Pronouns"), NC_("words above a column", "pronouns"),
    "pronouns;pronoun;pronomen;pronoms;pronombres;pronomi;pronomes;voornaamwoorden;pronominer;pronomener;zaimki;"
    "الضمائر" },
  [PZ_TABLE_LEVEL] = { "level", N_("Level"), NC_("words above a column", "level"),
    "level;niveau;stufe;leistungsstufe;nivel;livello;nível;nivå;poziom;المستوى" },
  [PZ_TABLE_GRADE] = { "grade", N_("Grade"), NC_("words above a column", "grade;grade level;year group"),
    "grade;grade level;school grade;year level;year group;year;klassenstufe;jahrgangsstufe;jahrgang;niveau scolaire;"
    "année d'études;grado;curso;anno di corso;ano;ano escolar;leerjaar;groep;klassetrin;trin;klassetrinn;trinn;årskurs;"
    "klasa;rok nauki;الصف" },
  [PZ_TABLE_BIRTH_DATE] = { "birth-date", N_("Birth date"),
    NC_("words above a column", "birth date;date of birth;born"),
    "birth date;date of birth;dob;birthday;born;geburtsdatum;geburtstag;geboren;geb.;date de naissance;né le;"
    "né(e) le;fecha de nacimiento;nacimiento;data di nascita;nascita;data de nascimento;nascimento;geboortedatum;"
    "fødselsdato;fødselsdag;født;födelsedatum;född;data urodzenia;تاريخ الميلاد;تاريخ الولادة" },
  [PZ_TABLE_SOURCED_ID] = { "sourced-id", N_("School’s number"),
    NC_("words above a column", "student number;student id"),
    "sourced id;sis user id;sis id;student id;student number;learner id;pupil id;id number;id;schülernummer;"
    "schüler-id;numéro d'élève;número de alumno;matrícula;matricola;número de aluno;leerlingnummer;elevnummer;elev-id;"
    "numer ucznia;رقم الطالب" },
  [PZ_TABLE_EMAIL] = { "email", N_("E-mail"), NC_("words above a column", "email;email address"),
    "email;e-mail;email address;e-mail address;student email;mail;e-mail-adresse;mailadresse;courriel;adresse e-mail;"
    "adresse de courriel;correo;correo electrónico;dirección de correo;indirizzo e-mail;endereço de e-mail;"
    "e-mailadres;e-mailadresse;e-post;e-postadresse;e-postadress;adres e-mail;البريد الإلكتروني" },
  [PZ_TABLE_HOME_LANGUAGES] = { "home-languages", N_("Languages at home"),
    NC_("words above a column", "home languages;home language;first language"),
    "home languages;home language;languages at home;language at home;first language;mother tongue;familiensprache;"
    "familiensprachen;erstsprache;muttersprache;herkunftssprache;langue maternelle;langues à la maison;"
    "langue parlée à la maison;lengua materna;idioma en casa;lenguas en casa;lingua madre;lingue a casa;"
    "língua materna;línguas em casa;thuistaal;thuistalen;moedertaal;hjemmesprog;modersmål;hjemmespråk;morsmål;"
    "hemspråk;język ojczysty;język w domu;لغة المنزل;اللغة الأم" },
  [PZ_TABLE_STRENGTHS] = { "strengths", N_("Strengths"), NC_("words above a column", "strengths"),
    "strengths;strength;stärken;points forts;forces;fortalezas;puntos fuertes;punti di forza;pontos fortes;"
    "sterke punten;styrker;styrkor;mocne strony;نقاط القوة" },
  [PZ_TABLE_NEEDS] = { "needs", N_("Needs"), NC_("words above a column", "needs"),
    "needs;need;learning needs;bedürfnisse;förderbedarf;besoins;necesidades;bisogni;necessidades;behoeften;behov;"
    "potrzeby;الاحتياجات" },
  [PZ_TABLE_INTERESTS] = { "interests", N_("Interests"), NC_("words above a column", "interests"),
    "interests;interest;interessen;intérêts;centres d'intérêt;intereses;interessi;interesses;interesser;intressen;"
    "zainteresowania;الاهتمامات" },
  [PZ_TABLE_SUPPORTS] = { "supports", N_("Supports"), NC_("words above a column", "supports;accommodations"),
    "supports;support;accommodations;adjustments;unterstützung;hilfen;nachteilsausgleich;aides;aménagements;apoyos;"
    "sostegni;apoios;ondersteuning;støtte;stöd;wsparcie;الدعم" },
  [PZ_TABLE_NOTES] = { "notes", N_("Notes"), NC_("words above a column", "notes;comments"),
    "notes;note;comments;comment;remarks;notizen;bemerkung;bemerkungen;anmerkung;anmerkungen;remarques;commentaires;"
    "observaciones;osservazioni;observações;opmerkingen;noter;bemærkninger;merknader;anteckningar;uwagi;ملاحظات" },
};

static char *
fold_word (const char *word)
{
  g_autofree char *folded = pz_roster_fold (word);
  g_auto(GStrv) parts = g_strsplit (folded, " ", -1);

  return g_strjoinv (NULL, parts);
}

/* the first field and the first place a word is found at count */
static void
add_words (GHashTable  *known,
           guint        field,
           const char  *list)
{
  g_auto(GStrv) words = g_strsplit (list, ";", -1);

  for (guint place = 0; words[place] != NULL; place++)
    {
      g_autofree char *word = fold_word (words[place]);
      Meaning *meaning;

      if (*word == '\0' || g_hash_table_contains (known, word))
        continue;
      meaning = g_new (Meaning, 1);
      meaning->field = (PzTableField) field;
      meaning->rank = place;
      g_hash_table_insert (known, g_steal_pointer (&word), meaning);
    }
}

/* folded word -> Meaning; made once, because folding all the words for each column would take longer than the rest */
static GHashTable *
get_words (void)
{
  static gsize made;

  if (g_once_init_enter (&made))
    {
      GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      for (guint field = 1; field < PZ_TABLE_N_FIELDS; field++)
        add_words (known, field, fields[field].words);
      for (guint field = 1; field < PZ_TABLE_N_FIELDS; field++)
        add_words (known, field, g_dpgettext2 (GETTEXT_PACKAGE, "words above a column", fields[field].translated));
      g_once_init_leave (&made, GPOINTER_TO_SIZE (known));
    }
  return GSIZE_TO_POINTER (made);
}

/*
 * pz_table_field_guess:
 * @rank: (out): the smaller, the more telling the header
 *
 * Returns: what a header means; PZ_TABLE_LEAVE_OUT when no list has it
 */
PzTableField
pz_table_field_guess (const char *header,
                      guint      *rank)
{
  g_autofree char *folded = fold_word (header);
  const Meaning *meaning = g_hash_table_lookup (get_words (), folded);

  *rank = meaning != NULL ? meaning->rank : 0;
  return meaning != NULL ? meaning->field : PZ_TABLE_LEAVE_OUT;
}

/**
 * pz_table_field_from_header:
 * @header: what stands above a column, in any of the languages the lists know
 *
 * Returns: what the column likely means; %PZ_TABLE_LEAVE_OUT when nothing can be said
 */
PzTableField
pz_table_field_from_header (const char *header)
{
  guint rank;

  g_return_val_if_fail (header != NULL, PZ_TABLE_LEAVE_OUT);

  return pz_table_field_guess (header, &rank);
}

/**
 * pz_table_field_to_name:
 * @field: one of them
 *
 * Returns: its name as in the model and on the command line
 */
const char *
pz_table_field_to_name (PzTableField field)
{
  g_return_val_if_fail (field < PZ_TABLE_N_FIELDS, NULL);

  return fields[field].name;
}

/**
 * pz_table_field_from_name:
 * @name: a name as pz_table_field_to_name() gives it
 * @field: (out): the field
 *
 * Returns: %FALSE when there is none of that name
 */
gboolean
pz_table_field_from_name (const char   *name,
                          PzTableField *field)
{
  g_return_val_if_fail (name != NULL && field != NULL, FALSE);

  for (guint i = 0; i < PZ_TABLE_N_FIELDS; i++)
    if (g_str_equal (fields[i].name, name))
      {
        *field = (PzTableField) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * pz_table_field_to_label:
 * @field: one of them
 *
 * Returns: its name for people, translated
 */
const char *
pz_table_field_to_label (PzTableField field)
{
  g_return_val_if_fail (field < PZ_TABLE_N_FIELDS, NULL);

  return _(fields[field].label);
}
