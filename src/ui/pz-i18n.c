/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-i18n.h"

#include "pz-settings.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

#define SITE_LOCALE_DIR "/etc/personalize/locale"
#define BETWEEN_FACTS " · "

/* Unicode, bidirectional algorithm: marks of a direction, and what keeps a part to itself. */
#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e"
#define RIGHT_TO_LEFT_MARK "\xe2\x80\x8f"
#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_ISOLATE "\xe2\x81\xa9"

/**
 * pz_i18n_dup_locale_dir:
 *
 * Where the catalogs are: $PERSONALIZE_LOCALE_DIR, the key locale-dir, the folder of the site, the installed one.
 * A catalog holds format strings, so a folder counts only when its path is absolute.
 *
 * Returns: (transfer full): the first that is there
 */
char *
pz_i18n_dup_locale_dir (void)
{
  const char *given = g_getenv ("PERSONALIZE_LOCALE_DIR");
  g_autofree char *set = pz_settings_dup_string (PZ_SETTINGS_LOCALE_DIR);
  const char *places[] = { given, set, SITE_LOCALE_DIR };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL && g_path_is_absolute (places[i]) && g_file_test (places[i], G_FILE_TEST_IS_DIR))
      return g_strdup (places[i]);
  return g_strdup (LOCALEDIR);
}

/**
 * pz_i18n_init:
 *
 * Chooses language and catalogs. Call it before any text is looked up and before any thread is started.
 */
void
pz_i18n_init (void)
{
  g_autofree char *language = pz_settings_dup_string (PZ_SETTINGS_LANGUAGE);
  g_autofree char *folder = pz_i18n_dup_locale_dir ();

  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* the living scripts that run from right to left */
static gboolean
is_right_to_left (gunichar letter)
{
  switch (g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* the first letter says where a text begins; one without letters goes along with the rest */
static gboolean
runs_against (const char       *text,
              GtkTextDirection  direction)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return is_right_to_left (g_utf8_get_char (c)) != (direction == GTK_TEXT_DIR_RTL);
  return FALSE;
}

/**
 * pz_i18n_join_facts:
 * @facts: (array zero-terminated=1): short texts, translated or typed, each in any direction
 *
 * One line of facts, "Level B · 2 goals": from the side where reading begins, each fact kept together, though a level
 * is written in Latin letters and the rest in Arabic ones.
 *
 * Returns: (transfer full): the line; "" without facts
 */
char *
pz_i18n_join_facts (const char * const *facts)
{
  GtkTextDirection direction = gtk_widget_get_default_direction ();
  gboolean mixed = FALSE;
  GString *line;

  g_return_val_if_fail (facts != NULL, NULL);

  for (gsize i = 0; facts[i] != NULL; i++)
    mixed |= runs_against (facts[i], direction);
  if (!mixed)
    return g_strjoinv (BETWEEN_FACTS, (char **) facts);
  line = g_string_new (direction == GTK_TEXT_DIR_RTL ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK);
  for (gsize i = 0; facts[i] != NULL; i++)
    g_string_append_printf (line, "%s" FIRST_STRONG_ISOLATE "%s" POP_ISOLATE, i > 0 ? BETWEEN_FACTS : "", facts[i]);
  return g_string_free (line, FALSE);
}

/**
 * pz_i18n_dup_part:
 * @part: a text of any direction, to be put into a sentence of the language of the window
 *
 * Text that runs to the right stays as it is where the window does; elsewhere it is kept together.
 *
 * Returns: (transfer full): the part; give the whole sentence to pz_i18n_take_line()
 */
char *
pz_i18n_dup_part (const char *part)
{
  GtkTextDirection direction = gtk_widget_get_default_direction ();

  g_return_val_if_fail (part != NULL, NULL);

  /* numbers, too, have to keep their place beside an arrow */
  if (direction != GTK_TEXT_DIR_RTL && !runs_against (part, direction))
    return g_strdup (part);
  return g_strdup_printf (FIRST_STRONG_ISOLATE "%s" POP_ISOLATE, part);
}

/**
 * pz_i18n_take_line:
 * @line: (transfer full): a sentence with parts from pz_i18n_dup_part()
 *
 * Returns: (transfer full): the sentence; it begins where the window does, whatever its first letter is
 */
char *
pz_i18n_take_line (char *line)
{
  GtkTextDirection direction = gtk_widget_get_default_direction ();
  g_autofree char *owned = line;

  g_return_val_if_fail (line != NULL, NULL);

  if (strstr (line, FIRST_STRONG_ISOLATE) == NULL)
    return g_steal_pointer (&owned);
  return g_strconcat (direction == GTK_TEXT_DIR_RTL ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, line, NULL);
}
