/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* What of libsoup is called. It is opened when a server is first talked to, see pz-late-library. */
#define PZ_SOUP_FUNCTIONS(F)                                                                                           \
  F (soup_auth_authenticate)                                                                                           \
  F (soup_auth_digest_get_type)                                                                                        \
  F (soup_auth_is_for_proxy)                                                                                           \
  F (soup_date_time_new_from_http_string)                                                                              \
  F (soup_message_add_flags)                                                                                           \
  F (soup_message_get_method)                                                                                          \
  F (soup_message_get_request_headers)                                                                                 \
  F (soup_message_get_response_headers)                                                                                \
  F (soup_message_get_status)                                                                                          \
  F (soup_message_get_tls_peer_certificate)                                                                            \
  F (soup_message_get_tls_peer_certificate_errors)                                                                     \
  F (soup_message_get_uri)                                                                                             \
  F (soup_message_headers_get_content_length)                                                                          \
  F (soup_message_headers_get_content_type)                                                                            \
  F (soup_message_headers_get_encoding)                                                                                \
  F (soup_message_headers_get_one)                                                                                     \
  F (soup_message_headers_replace)                                                                                     \
  F (soup_message_new_from_uri)                                                                                        \
  F (soup_message_set_request_body_from_bytes)                                                                         \
  F (soup_session_abort)                                                                                               \
  F (soup_session_error_quark)                                                                                         \
  F (soup_session_new_with_options)                                                                                    \
  F (soup_session_send_async)                                                                                          \
  F (soup_session_send_finish)                                                                                         \
  F (soup_session_set_proxy_resolver)                                                                                  \
  F (soup_session_set_tls_database)

#define PZ_SOUP_MEMBER(function) __typeof__ (function) *function;
typedef struct
{
  PZ_SOUP_FUNCTIONS (PZ_SOUP_MEMBER)
} PzSoup;
#undef PZ_SOUP_MEMBER

const PzSoup *pz_soup (GError **error);

G_END_DECLS
