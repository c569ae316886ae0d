package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/config/configretry"
	"go.opentelemetry.io/collector/exporter"
	"go.opentelemetry.io/collector/exporter/exporterhelper"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// What the official collector's exporter "zipkin" does with the one setting that we give it. Debian's library does not have that one.

type zipkinConfig struct {
	Endpoint string `mapstructure:"endpoint"`
}

type zipkinEndpoint struct {
	ServiceName string `json:"serviceName"`
}

// https://zipkin.io/zipkin-api: POST /api/v2/spans
type zipkinSpan struct {
	TraceID       string            `json:"traceId"`
	ID            string            `json:"id"`
	ParentID      string            `json:"parentId,omitempty"`
	Name          string            `json:"name"`
	Kind          string            `json:"kind,omitempty"`
	Timestamp     int64             `json:"timestamp"`
	Duration      int64             `json:"duration"`
	LocalEndpoint zipkinEndpoint    `json:"localEndpoint"`
	Tags          map[string]string `json:"tags,omitempty"`
}

var kinds = map[ptrace.SpanKind]string{
	ptrace.SpanKindClient:   "CLIENT",
	ptrace.SpanKindServer:   "SERVER",
	ptrace.SpanKindProducer: "PRODUCER",
	ptrace.SpanKindConsumer: "CONSUMER",
}

func newZipkinFactory() exporter.Factory {
	return exporter.NewFactory(
		component.MustNewType("zipkin"),
		func() component.Config { return &zipkinConfig{} },
		exporter.WithTraces(newZipkinExporter, component.StabilityLevelBeta))
}

func newZipkinExporter(ctx context.Context, set exporter.Settings, config component.Config) (exporter.Traces, error) {
	endpoint := config.(*zipkinConfig).Endpoint
	client := &http.Client{Timeout: 5 * time.Second}
	push := func(ctx context.Context, traces ptrace.Traces) error { return post(ctx, client, endpoint, zipkinSpans(traces)) }
	return exporterhelper.NewTraces(ctx, set, config, push, exporterhelper.WithRetry(configretry.NewDefaultBackOffConfig()))
}

func post(ctx context.Context, client *http.Client, endpoint string, spans []zipkinSpan) error {
	body, err := json.Marshal(spans)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	answer, err := client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {
		return fmt.Errorf("%s answers %s", endpoint, answer.Status)
	}
	return nil
}

func zipkinSpans(traces ptrace.Traces) []zipkinSpan {
	var told []zipkinSpan
	for _, resource := range traces.ResourceSpans().All() {
		service := zipkinEndpoint{ServiceName: "unknown"}
		if name, known := resource.Resource().Attributes().Get("service.name"); known {
			service.ServiceName = name.AsString()
		}
		for _, scope := range resource.ScopeSpans().All() {
			for _, span := range scope.Spans().All() {
				told = append(told, zipkinSpanOf(span, service))
			}
		}
	}
	return told
}

func zipkinSpanOf(span ptrace.Span, service zipkinEndpoint) zipkinSpan {
	begin := span.StartTimestamp().AsTime()
	return zipkinSpan{
		TraceID:       span.TraceID().String(),
		ID:            span.SpanID().String(),
		ParentID:      span.ParentSpanID().String(),
		Name:          span.Name(),
		Kind:          kinds[span.Kind()],
		Timestamp:     begin.UnixMicro(),
		Duration:      max(1, span.EndTimestamp().AsTime().Sub(begin).Microseconds()),
		LocalEndpoint: service,
		Tags:          tagsOf(span),
	}
}

func tagsOf(span ptrace.Span) map[string]string {
	tags := map[string]string{}
	span.Attributes().Range(func(name string, value pcommon.Value) bool {
		tags[name] = value.AsString()
		return true
	})
	if span.Status().Code() == ptrace.StatusCodeError {
		tags["error"] = "true"
	}
	return tags
}
