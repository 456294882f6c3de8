/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-header.h"

#include "pz-absence.h"
#include "pz-avatar.h"
#include "pz-date.h"
#include "pz-i18n.h"
#include "pz-learner.h"
#include "pz-privacy.h"
#include "pz-spread-layout.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

#define AVATAR_SIZE 64
#define NAME_LINES 3 /* more of a name is in its tooltip */
#define LONG_NAME 40 /* letters */
#define NAME_WIDTH 280 /* px, least width of name and lines beside the buttons */

struct _PzLearnerHeader
{
  GtkBox parent_instance;

  PzClassroom *classroom;
  PzDocument *document;
  PzRecord *learner; /* the owner of the document */
  PzLearnerFacts *facts;
  GtkWidget *avatar;
  GtkWidget *name;
  GtkWidget *line;
  GtkWidget *languages;
  GtkWidget *absent_button;
};

G_DEFINE_FINAL_TYPE (PzLearnerHeader, pz_learner_header, GTK_TYPE_BOX)

static void
get_today (PzLearnerHeader *self,
           GDate           *today)
{
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), today);
}

/* Shown only where the teacher wants birth dates. */
static char *
dup_age (PzLearnerHeader *self)
{
  const PzField *field = &pz_schema_get_record (PZ_RECORD_LEARNER)->fields[PZ_LEARNER_BIRTH_DATE];
  PzRecord *class_record = pz_document_get_owner (pz_classroom_get_document (self->classroom));
  GDate birth, today;
  int years;

  if (!pz_record_set_has (class_record, PZ_CLASSROOM_FIELDS_ON, field->name)
      || !pz_date_parse (pz_record_get_text (self->learner, PZ_LEARNER_BIRTH_DATE), &birth))
    return NULL;
  get_today (self, &today);
  years = g_date_get_year (&today) - g_date_get_year (&birth);
  if (g_date_get_month (&today) < g_date_get_month (&birth)
      || (g_date_get_month (&today) == g_date_get_month (&birth) && g_date_get_day (&today) < g_date_get_day (&birth)))
    years--;
  /* Translators: the age of a learner */
  return years >= 0 ? g_strdup_printf (ngettext ("%d year", "%d years", (gulong) years), years) : NULL;
}

/* "she/her · 10 years · Level B" */
static char *
dup_line (PzLearnerHeader *self)
{
  const char *parts[4] = { NULL };
  g_autofree char *age = dup_age (self);
  guint n = 0;

  parts[n] = pz_record_get_text (self->learner, PZ_LEARNER_PRONOUNS);
  if (parts[n] != NULL)
    n++;
  parts[n] = age;
  if (parts[n] != NULL)
    n++;
  parts[n] = pz_learner_facts_get_level_name (self->facts, pz_record_get_text (self->learner, PZ_LEARNER_LEVEL));
  return pz_i18n_join_facts (parts);
}

/* Names of languages as parts of a sentence: each is written as the teacher likes it. */
static GStrv
dup_language_parts (PzLearnerHeader *self)
{
  GStrv languages = pz_record_dup_set (self->learner, PZ_LEARNER_HOME_LANGUAGES);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      char *part = pz_i18n_dup_part (languages[i]);

      g_free (languages[i]);
      languages[i] = part;
    }
  return languages;
}

/* "Somali and Swedish at home" */
static char *
dup_languages (PzLearnerHeader *self)
{
  g_auto(GStrv) languages = dup_language_parts (self);
  guint n = g_strv_length (languages);
  g_autofree char *last = n > 1 ? g_strdup (languages[n - 1]) : NULL;
  g_autofree char *before = NULL;

  if (n == 0)
    return g_strdup ("");
  if (n == 1)
    /* Translators: %s is a language */
    return pz_i18n_take_line (g_strdup_printf (_("%s at home"), languages[0]));
  g_clear_pointer (&languages[n - 1], g_free);
  before = g_strjoinv (C_("between languages", ", "), languages);
  /* Translators: languages, the last one, such as Somali and Swedish */
  return pz_i18n_take_line (g_strdup_printf (_("%1$s and %2$s at home"), before, last));
}

static void
show_line (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

static void
absent_clicked_cb (PzLearnerHeader *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.absent-today", NULL);
  pz_learner_header_update (self); /* the button shows what is, not what was clicked */
}

static void
pz_learner_header_dispose (GObject *object)
{
  PzLearnerHeader *self = PZ_LEARNER_HEADER (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->document);
  g_clear_object (&self->facts);
  self->learner = NULL;
  G_OBJECT_CLASS (pz_learner_header_parent_class)->dispose (object);
}

static void
pz_learner_header_class_init (PzLearnerHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_learner_header_dispose;
}

static void
add_identity (PzLearnerHeader *self)
{
  GtkWidget *identity = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->avatar = pz_avatar_new (AVATAR_SIZE);
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  self->name = pz_wrapping_label_new (NULL, "title-1");
  gtk_label_set_lines (GTK_LABEL (self->name), NAME_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  self->line = pz_wrapping_label_new (NULL, "pz-dim");
  self->languages = pz_wrapping_label_new (NULL, "pz-dim");
  gtk_box_append (GTK_BOX (texts), self->name);
  gtk_box_append (GTK_BOX (texts), self->line);
  gtk_box_append (GTK_BOX (texts), self->languages);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (identity), self->avatar);
  gtk_box_append (GTK_BOX (identity), texts);
  gtk_box_append (GTK_BOX (self), identity);
}

static GtkWidget *
make_content (const char *icon,
              const char *label)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  return content;
}

static void
add_buttons (PzLearnerHeader *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check_in = gtk_button_new ();

  self->absent_button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->absent_button),
                        make_content ("x-office-calendar-symbolic", C_("learner", "Absent Today")));
  gtk_widget_set_tooltip_text (self->absent_button, _("Marks the day as a day away, or takes it back"));
  g_signal_connect_object (self->absent_button, "clicked", G_CALLBACK (absent_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_button_set_child (GTK_BUTTON (check_in), make_content ("chat-message-new-symbolic", C_("learner", "Check-In")));
  gtk_widget_set_tooltip_text (check_in, _("Writes down a talk, an observation or a note"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (check_in), "win.check-in");
  gtk_widget_add_css_class (check_in, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check_in), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("learner", "Check-In"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->absent_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("learner", "Absent Today"), -1);
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_widget_set_hexpand (self->absent_button, TRUE);
  gtk_widget_set_hexpand (check_in, TRUE);
  gtk_box_append (GTK_BOX (buttons), self->absent_button);
  gtk_box_append (GTK_BOX (buttons), check_in);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (buttons, !pz_classroom_is_read_only (self->classroom));
  gtk_box_append (GTK_BOX (self), buttons);
}

static void
pz_learner_header_init (PzLearnerHeader *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pz_spread_layout_new (12, NAME_WIDTH));
}

/**
 * pz_learner_header_new:
 * @classroom: the class
 * @document: the learner
 * @facts: what the class knows
 *
 * Returns: (transfer floating): the header
 */
GtkWidget *
pz_learner_header_new (PzClassroom    *classroom,
                       PzDocument     *document,
                       PzLearnerFacts *facts)
{
  PzLearnerHeader *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (document), NULL);

  self = g_object_new (PZ_TYPE_LEARNER_HEADER, NULL);
  self->classroom = g_object_ref (classroom);
  self->document = g_object_ref (document);
  self->learner = pz_document_get_owner (document);
  self->facts = g_object_ref (facts);
  add_identity (self);
  add_buttons (self);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (pz_learner_header_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (pz_learner_header_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (pz_learner_header_update), self, G_CONNECT_SWAPPED);
  pz_learner_header_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_learner_header_update:
 * @self: the header
 *
 * Shows what the documents say now.
 */
void
pz_learner_header_update (PzLearnerHeader *self)
{
  g_autofree char *real_name = NULL;
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;
  g_autofree char *languages = NULL;
  gboolean hidden = pz_privacy_is_hidden ();
  const char *preferred;
  GDate today;

  g_return_if_fail (PZ_IS_LEARNER_HEADER (self));

  real_name = pz_learner_dup_display_name (self->learner);
  name = pz_privacy_dup_name (pz_document_get_id (self->document), real_name);
  line = dup_line (self);
  languages = dup_languages (self);
  preferred = pz_record_get_text (self->learner, PZ_LEARNER_PREFERRED_NAME);
  if (preferred == NULL)
    preferred = pz_record_get_text (self->learner, PZ_LEARNER_GIVEN_NAME);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_widget_set_tooltip_text (self->name, g_utf8_strlen (name, -1) > LONG_NAME ? name : NULL);
  show_line (self->line, line);
  show_line (self->languages, languages);
  pz_avatar_set_person (PZ_AVATAR (self->avatar), pz_document_get_id (self->document), hidden ? NULL : preferred,
                        hidden ? NULL : pz_record_get_text (self->learner, PZ_LEARNER_FAMILY_NAME));
  get_today (self, &today);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->absent_button), pz_absence_covers (self->document, &today));
}
